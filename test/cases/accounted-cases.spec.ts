import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { accountedChoices, accountedCosts, type AccountedCase } from './accounted-cases.js';

type Tree = Readonly<Record<string, unknown>>;
type Row = Tree & { readonly status?: string };
interface CostFile {
  readonly models: Readonly<Record<string, Row>>;
  readonly gpu_bandwidth_GBps: { readonly values: Tree };
  readonly negative_controls: { readonly rows: readonly (Row & { readonly id: string })[] };
  readonly groups: readonly (Tree & { readonly id: string; readonly rows: readonly Row[] })[];
}
interface ChoiceFile {
  readonly cases: readonly (Tree & { readonly id: string; readonly input: Tree; readonly expected: Tree; readonly tolerance: number })[];
}

const textOf = (file: string): string => readFileSync(join('test/cases', file), 'utf8');
const inOrder = (ids: readonly string[]): readonly string[] => [...ids].sort();
const idsOf = (accounted: readonly AccountedCase[]): readonly string[] => inOrder(accounted.map(({ id }) => id));
const total = ({ rows }: AccountedCase): number => Object.values(rows).reduce((sum, count) => sum + count, 0);

it.each([...accountedCosts, ...accountedChoices])('$id is answered for by tests that exist', ({ by, rows }) => {
  expect(by.length > 0 || Object.keys(rows).join() === 'unused').toBe(true);
  for (const [file, title] of by) {
    const titles = [...textOf(file).matchAll(/\b(?:it|describe)(?:\.each[^\n]*?)?\(\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")/g), ...textOf(file).matchAll(/\)\(\s*'((?:[^'\\]|\\.)*)'/g)].map(([, single, double]) => single ?? double ?? '');
    expect({ title, found: titles.some((whole) => whole.includes(title)) }).toEqual({ title, found: true });
  }
});

/** Every number below a key that tells what was published, measured or claimed. */
function published(tree: unknown, within = false): readonly number[] {
  if (typeof tree === 'number') return within ? [tree] : [];
  if (typeof tree === 'string') return within && /^[->]?\d[\d.,]*(?:\/day)?$/.test(tree) ? [Number(/[\d.]+/.exec(tree.replaceAll(',', ''))?.[0])] : [];
  if (tree === null || typeof tree !== 'object') return [];
  return Object.entries(tree).flatMap(([key, below]) => published(below, within || (/^(published|measured|claimed|per_request|bound|expected|values)/.test(key) && !/_tg_|_params_published_B/.test(key))));
}
const numbersIn = (...files: readonly string[]): ReadonlySet<number> => new Set(files.flatMap((file) => [...textOf(file).matchAll(/\d[\d_]*(?:\.\d+)?(?:e[-+]?\d+)?/g)].map(([written]) => Number(written.replaceAll('_', '')))));

const folder = process.env['DOMICILE_CASES'];
const present = folder !== undefined && existsSync(folder);
if (!present) process.stderr.write('SKIPPED: set DOMICILE_CASES to the folder of published cases to hold the table of accounted cases against them\n');
const read = <File>(name: string): File => parse(readFileSync(join(folder ?? '', name), 'utf8')) as File;

(present ? describe : describe.skip)('the files of published cases', () => {
  it('tco-cases.yaml: every group, model and claim is accounted for, row by row', () => {
    const { models, gpu_bandwidth_GBps: bandwidth, negative_controls: controls, groups } = read<CostFile>('tco-cases.yaml');
    const besides = groups.flatMap((group) => Object.entries(group).flatMap(([key, rows]) => (key !== 'rows' && Array.isArray(rows) && typeof rows[0] === 'object' ? [{ id: `${group.id}/${key}`, rows: rows as Row[] }] : [])));
    const listed = [...groups, ...besides, { id: 'gpu_bandwidth_GBps', rows: Object.values(bandwidth.values) }, ...controls.rows.map(({ id }) => ({ id, rows: [{}] })), ...Object.keys(models).map((id) => ({ id, rows: [{}] }))];
    expect(idsOf(accountedCosts)).toEqual(inOrder(listed.map(({ id }) => id)));
    for (const accounted of accountedCosts) expect({ id: accounted.id, rows: total(accounted) }).toEqual({ id: accounted.id, rows: listed.find(({ id }) => id === accounted.id)?.rows.length });
  });

  it('tco-cases.yaml: rows are answered for as their status says', () => {
    const words: Readonly<Record<string, string>> = { tol: 'tolerance' };
    for (const { id, rows } of read<CostFile>('tco-cases.yaml').groups) {
      const counted: Record<string, number> = {};
      for (const { status } of rows) if (status !== undefined) counted[words[status] ?? status] = (counted[words[status] ?? status] ?? 0) + 1;
      if (Object.keys(counted).length > 0) expect({ id, rows: accountedCosts.find((accounted) => accounted.id === id)?.rows }).toEqual({ id, rows: counted });
    }
  });

  it('tco-cases.yaml: every published number stands in the tests', () => {
    const { models, groups, negative_controls: controls } = read<CostFile>('tco-cases.yaml');
    const known = numbersIn('cost.spec.ts', 'sizing.spec.ts', 'pan-2025.ts', 'published-sizing.yaml');
    const missing = [...groups, ...controls.rows].map(({ id, ...rest }) => ({ id, numbers: published(rest).filter((number) => !known.has(number)) }));
    expect(missing.filter(({ numbers }) => numbers.length > 0)).toEqual([]);
    for (const model of Object.values(models)) expect(known.has(Number(model['params_exact_calc']))).toBe(true);
  });

  it('mcda-cases.yaml: every case is accounted for, and its numbers stand in the tests', () => {
    const { cases } = read<ChoiceFile>('mcda-cases.yaml');
    expect(idsOf(accountedChoices)).toEqual(inOrder(cases.map(({ id }) => id)));
    const known = numbersIn('published-choices.ts', 'choice.spec.ts');
    const missing = cases.map(({ id, input, expected }) => ({ id, numbers: published({ expected: [input, expected] }).filter((number) => !Number.isNaN(number) && !known.has(Math.abs(number))) }));
    expect(missing.filter(({ numbers }) => numbers.length > 0)).toEqual([]);
  });
});
