import { readFile } from 'node:fs/promises';
import { opennessResult } from '../core/decision/openness/openness-result.js';
import { opennessCommand } from './openness-command.js';

const run = (files: Record<string, string>, format: 'text' | 'json' = 'json') =>
  opennessCommand({ paths: Object.keys(files), format, asOf: '2026-11-23T00:00:00Z', referenceFolder: 'policies/reference' }, async (path) => {
    const text = files[path];
    return text === undefined ? readFile(path) : Buffer.from(text);
  });
const record = "release:\n  name: tiny\n  date: '2026-11-13'\n  license: {  }\n  components: {  }\n";

describe('domicile openness', () => {
  it('prints the contract first and the evidence after it', async () => {
    const { stdout, exitCode } = await run({ 'tiny.yml': record });
    const [first] = JSON.parse(stdout);
    expect(exitCode).toBe(0);
    expect(Object.keys(first).slice(0, 8)).toEqual(['file', 'name', 'toolClass', 'strictClass', 'progress', 'missing', 'invalid', 'unlicensed']);
    expect(first).toMatchObject({ file: 'tiny.yml', toolClass: 0, strictClass: 0, progress: { 1: 0, 2: 0, 3: 0 }, record: { date: '2026-11-13', ageInDays: 10 } });
    expect(first.evidence).toHaveLength(17);
    expect(opennessResult.parse(first)).toEqual(first);
  });

  it('names what blocks the class in its text', async () => {
    const { stdout } = await run({ 'tiny.yml': record }, 'text');
    expect(stdout).toContain('tool rule       unclassified; class III 0 %');
    expect(stdout).toContain('blocks          Model parameters (Final) (class III): missing');
  });

  it('shows escape sequences of a record instead of running them', async () => {
    const { stdout } = await run({ 'tiny.yml': 'release: { name: "a\\e[31mred" }\n' }, 'text');
    expect(stdout).toContain('a\u{fffd}[31mred');
  });

  it.each([
    ['release:\n  components: []\n', "bad.yml:2:3: 'release.name' has none of the forms"],
    ['release: [\n', 'bad.yml:'],
    ['', 'bad.yml:1:1: the file holds no document'],
    ['release:\n  name: a\n  components:\n    - { name: 7 }\n', "bad.yml:4:15: 'release.components.0.name' is a number; write a string"],
    ['release:\n  name: a\n  __proto__: { date: x }\n', 'bad.yml:'],
  ])('refuses %j and writes nothing', async (text, message) => {
    const { stdout, stderr, exitCode } = await run({ 'good.yml': record, 'bad.yml': text });
    expect([stdout, exitCode]).toEqual(['', 2]);
    expect(stderr).toContain(message);
  });

  it('says so when a file or all files are missing', async () => {
    const missing = await opennessCommand({ paths: ['absent.yml'], format: 'text', asOf: '2026-11-23T00:00:00Z', referenceFolder: 'policies/reference' }, (path) => readFile(path));
    expect(missing.stderr).toContain('absent.yml: cannot be read');
    expect((await run({})).stderr).toContain('no record was named');
  });
});
