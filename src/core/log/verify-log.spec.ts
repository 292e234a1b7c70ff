import fc from 'fast-check';
import { type LogEntry } from './log-entry.js';
import { logHash, logStart } from './log-hash.js';
import { verifyLog } from './verify-log.js';

const chain = (details: readonly string[]): LogEntry[] => {
  const entries: LogEntry[] = [];
  for (const [index, detail] of details.entries()) {
    const entry = { sequence: index + 1, at: '2026-11-23T12:00:00.000Z', actorKind: 'user', actor: 'u-1', action: 'thing.do', subject: `thing/${index}`, details: JSON.stringify(detail), previous: entries.at(-1)?.hash ?? logStart };
    entries.push({ ...entry, hash: logHash(entry) });
  }
  return entries;
};
const chains = fc.array(fc.string(), { minLength: 2, maxLength: 20 }).map(chain);

describe('verifyLog', () => {
  it('finds an untouched chain intact', () => {
    fc.assert(fc.property(chains, (entries) => expect(verifyLog(entries)).toMatchObject({ state: 'intact', entries: entries.length, head: { hash: entries.at(-1)?.hash } })));
  });

  it('takes an empty log for intact', () => {
    expect(verifyLog([])).toEqual({ state: 'intact', entries: 0, head: { sequence: 0, hash: logStart } });
  });

  it('finds an edit of any field, also where the hash of that entry is made anew', () => {
    const fields = ['at', 'actorKind', 'actor', 'action', 'subject', 'details'] as const;
    fc.assert(
      fc.property(chains, fc.nat(), fc.constantFrom(...fields), fc.boolean(), (entries, at, field, rehash) => {
        const index = at % (entries.length - 1);
        const edited = entries.map((entry, position) => (position === index ? { ...entry, [field]: `${entry[field]}x` } : entry)).map((entry, position) => (rehash && position === index ? { ...entry, hash: logHash(entry) } : entry));
        expect(verifyLog(edited).state).toBe('broken');
      }),
    );
  });

  it('finds a deletion, a repetition and an exchange at the entry where it happened', () => {
    fc.assert(
      fc.property(chains, fc.nat(), (entries, at) => {
        const index = at % (entries.length - 1);
        const without = entries.filter((_, position) => position !== index);
        const repeated = entries.flatMap((entry, position) => (position === index ? [entry, entry] : [entry]));
        const exchanged = entries.with(index, entries[index + 1] as LogEntry).with(index + 1, entries[index] as LogEntry);
        for (const log of [without, repeated, exchanged]) expect(verifyLog(log).state).toBe('broken');
      }),
    );
  });

  it('finds a cut-off end and a rewritten log against a head that was kept', () => {
    const entries = chain(['a', 'b', 'c']);
    const head = { sequence: 3, hash: entries[2]?.hash ?? '' };
    expect(verifyLog(entries, { head }).state).toBe('intact');
    expect(verifyLog(entries.slice(0, 2), { head })).toEqual({ state: 'broken', sequence: 2, reason: 'the log ends at entry 2 but reached 3 once; entries were cut off' });
    expect(verifyLog(chain(['a', 'b', 'x', 'd']), { head })).toMatchObject({ state: 'broken', sequence: 3 });
  });

  it('goes on from the middle', () => {
    const entries = chain(['a', 'b', 'c']);
    expect(verifyLog(entries.slice(1), { start: { sequence: 1, hash: entries[0]?.hash ?? '' } })).toMatchObject({ state: 'intact', entries: 2 });
    expect(verifyLog(entries.slice(1)).state).toBe('broken');
  });

  it('does not take text that moved from one field to the next for the same entry', () => {
    const [entry] = chain(['a']);
    if (entry === undefined) throw new Error('no entry');
    expect(logHash({ ...entry, action: 'ab', subject: 'c' })).not.toBe(logHash({ ...entry, action: 'a', subject: 'bc' }));
  });
});
