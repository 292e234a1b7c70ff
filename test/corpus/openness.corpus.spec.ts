import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
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

  it('are 137: nine in class I, one in II, seven in III, the others in none, and by the strict reading all in none', async () => {
    const judged = await Promise.all(expected.map(({ file }) => judge(join(folder, file))));
    const inClass = (read: (one: Judged) => number) => [1, 2, 3, 0].map((level) => judged.filter((one) => read(one) === level).length);
    expect(judged).toHaveLength(137);
    expect(inClass(({ toolClass }) => toolClass)).toEqual([9, 1, 7, 120]);
    expect(inClass(({ strictClass }) => strictClass)).toEqual([0, 0, 0, 137]);
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

  it('are 14, one in each class, and every one has its expectation', () => {
    expect(Object.keys(expected).sort()).toEqual(readdirSync(folder).filter((name) => name.endsWith('.yml')).sort());
    expect([1, 2, 3, 0].map((level) => Object.values(expected).filter(({ classification }) => classification.class === level).length)).toEqual([1, 1, 1, 11]);
  });

  it.each(Object.keys(expected))('%s', async (file) => {
    const judged = await judge(join(folder, file));
    const classification = expected[file]?.classification;
    if (classification === undefined) throw new Error(`no expectation for ${file}`);
    expect(judged.toolClass).toBe(classification.class);
    for (const level of ['1', '2', '3'] as const) expect(judged.progress[level]).toBeCloseTo(classification.progress[level], 9);
  });
});

interface LicenceOfTool {
  readonly licenseId: string;
  readonly isOsiApproved?: boolean;
  readonly isFsfLibre?: boolean;
  readonly ContentType?: string | readonly string[];
}

withCorpus('rules of the Model Openness Tool', () => {
  const folder = join(corpus ?? '.', 'mof-rules');
  const ours = (name: string): unknown => parse(readFileSync(`policies/reference/mof/${name}.yaml`, 'utf8'));
  const licencesOf = (name: string): readonly LicenceOfTool[] => (JSON.parse(readFileSync(join(folder, name), 'utf8')) as { licenses: readonly LicenceOfTool[] }).licenses;

  it('are ours: the same components, of the same type and class, required or not', () => {
    const { components } = parse(readFileSync(join(folder, 'mof.settings.yml'), 'utf8')) as { components: readonly { id: number; name: string; content_type: string; class: number; required?: boolean }[] };
    const theirs = components.map(({ id, name, content_type, class: level, required }) => ({ id, name, type: content_type, class: level, required: required === true }));
    expect(theirs).toHaveLength(17);
    expect([...(ours('components') as { components: typeof theirs }).components].sort((left, right) => left.id - right.id)).toEqual([...theirs].sort((left, right) => left.id - right.id));
  });

  it('are ours: the same licences approved by the OSI, free by the FSF and listed for a type', () => {
    const { open, suits } = ours('licences') as { open: Record<'osiApproved' | 'fsfLibre', readonly string[]>; suits: Record<'code' | 'data' | 'document', readonly string[]> };
    const idsOf = (licences: readonly LicenceOfTool[]) => licences.map(({ licenseId }) => licenseId).sort();
    const known = licencesOf('licenses.json');
    expect([...open.osiApproved].sort()).toEqual(idsOf(known.filter(({ isOsiApproved }) => isOsiApproved === true)));
    expect([...open.fsfLibre].sort()).toEqual(idsOf(known.filter(({ isFsfLibre }) => isFsfLibre === true)));
    for (const type of ['code', 'data', 'document'] as const) expect([...suits[type]].sort()).toEqual(idsOf(licencesOf('mof-licenses.json').filter(({ ContentType }) => [ContentType].flat().includes(type))));
  });
});
