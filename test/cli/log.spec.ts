import { join } from 'node:path';
import { type LogEntry } from '../../src/core/log/log-entry.js';
import { logHash, logStart } from '../../src/core/log/log-hash.js';
import { folderWith, runDomicile, type Ran } from './run-domicile.js';

const entries: LogEntry[] = [];
for (let sequence = 1; sequence <= 4; sequence++) {
  const entry = { sequence, at: '2026-11-23T12:00:00.000Z', actorKind: 'user', actor: 'u-1', action: 'thing.do', subject: `thing/${sequence}`, details: '{"text":"Übermaß\u2028"}', previous: entries.at(-1)?.hash ?? logStart };
  entries.push({ ...entry, hash: logHash(entry) });
}
const head = `4:${entries[3]?.hash ?? ''}`;
const verify = (log: readonly unknown[], ...flags: readonly string[]): Ran => runDomicile(['log', 'verify', join(folderWith({ 'log.ndjson': log.map((entry) => `${JSON.stringify(entry)}\n`).join('') }), 'log.ndjson'), ...flags]);

describe('domicile log verify', () => {
  it('finds an untouched log intact, and says what it could not see', () => {
    expect(verify(entries)).toMatchObject({ code: 0, stdout: expect.stringMatching(new RegExp(`intact: 4 entries, head ${head}; entries cut off`)) });
    const kept = verify(entries, '--head', head);
    expect([kept.code, kept.stdout]).toEqual([0, expect.stringMatching(/intact: 4 entries, head \S+\n$/)]);
    expect(JSON.parse(verify(entries, '--format', 'json').stdout)).toMatchObject({ state: 'intact', entries: 4 });
  });

  it.each<[string, readonly unknown[], RegExp]>([
    ['an edit', entries.map((entry) => ({ ...entry, actor: entry.sequence === 2 ? 'u-2' : entry.actor })), /BROKEN: entry 2 was changed/],
    ['a deletion', entries.filter(({ sequence }) => sequence !== 2), /BROKEN: entry 3 follows entry 1/],
    ['an exchange', [entries[0], entries[2], entries[1], entries[3]], /BROKEN: entry 3 follows entry 1/],
    ['a cut-off end', entries.slice(0, 3), /BROKEN: the log ends at entry 3 but reached 4 once/],
  ])('finds %s', (_name, log, message) => {
    expect(verify(log, '--head', head)).toMatchObject({ code: 1, stdout: expect.stringMatching(message) });
  });

  it('does not pass what it cannot tell or read', () => {
    expect(verify([])).toMatchObject({ code: 3, stdout: expect.stringContaining('no entries') });
    expect(verify([], '--head', head).code).toBe(1);
    expect(verify([entries[0], { x: 1 }])).toMatchObject({ code: 2, stderr: expect.stringMatching(/log\.ndjson:2: is no entry/) });
    expect(verify(entries, '--head', '4')).toMatchObject({ code: 2 });
    expect(runDomicile(['log', 'verify', 'no-such-file'])).toMatchObject({ code: 2, stderr: expect.stringContaining('no-such-file: cannot be read') });
  });
});
