import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { opennessCommand } from '../../src/cli/openness-command.js';

const corpus = process.env['DOMICILE_CORPUS'];
const withCorpus = corpus === undefined ? describe.skip : describe;
if (corpus === undefined) process.stderr.write('SKIPPED: set DOMICILE_CORPUS to run the openness corpus\n');

interface Judged {
  readonly name: string;
  readonly toolClass: number;
  readonly strictClass: number;
  readonly progress: Readonly<Record<'1' | '2' | '3', number>>;
  readonly missing: Readonly<Record<'1' | '2' | '3', readonly string[]>>;
  readonly invalid: readonly string[];
  readonly unlicensed: readonly string[];
}

interface Expected {
  readonly file: string;
  readonly name: string;
  readonly mof_class: number;
  readonly strict_class: number;
  readonly progress: Judged['progress'];
  readonly missing: Judged['missing'];
  readonly invalid: readonly string[];
  readonly unlicensed: readonly string[];
}

interface ExpectedClass {
  readonly classification: { readonly class: number; readonly progress: Judged['progress'] };
}

async function judge(path: string): Promise<Judged> {
  const { stdout, stderr, exitCode } = await opennessCommand({ paths: [path], format: 'json', asOf: '2026-11-23T00:00:00Z', referenceFolder: 'policies/reference' }, (file) => readFile(file));
  expect([stderr, exitCode]).toEqual(['', 0]);
  return JSON.parse(stdout)[0];
}

withCorpus('records of the Model Openness Tool', () => {
  const folder = join(corpus ?? '.', 'mof-models');
  const expected: readonly Expected[] = corpus === undefined ? [] : JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8'));

  it('has an expectation for every record', () => {
    const records = readdirSync(folder).filter((name) => name.endsWith('.yml'));
    expect(expected.map(({ file }) => file).sort()).toEqual(records.sort());
  });

  it.each(expected)('$file has the published class, progress and gaps', async (one) => {
    const judged = await judge(join(folder, one.file));
    expect(judged.name).toBe(String(one.name));
    expect([judged.toolClass, judged.strictClass]).toEqual([one.mof_class, one.strict_class]);
    for (const level of ['1', '2', '3'] as const) expect(judged.progress[level]).toBeCloseTo(one.progress[level], 9);
    expect(judged.missing).toEqual(one.missing);
    expect(judged.invalid).toEqual(one.invalid);
    expect(judged.unlicensed).toEqual(one.unlicensed);
  });
});

withCorpus('test inputs of the Model Openness Tool', () => {
  const folder = join(corpus ?? '.', 'mof-testdata');
  const expected: Record<string, ExpectedClass> = corpus === undefined ? {} : JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8'));

  it.each(Object.keys(expected))('%s', async (file) => {
    const judged = await judge(join(folder, file));
    const classification = expected[file]?.classification;
    if (classification === undefined) throw new Error(`no expectation for ${file}`);
    expect(judged.toolClass).toBe(classification.class);
    for (const level of ['1', '2', '3'] as const) expect(judged.progress[level]).toBeCloseTo(classification.progress[level], 9);
  });
});
