import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { type AuditResult } from '../../src/core/audit/audit-result.js';
import { assembleSnapshot } from '../../src/core/inventory/assemble-snapshot.js';
import { type InventorySnapshot } from '../../src/core/inventory/inventory-snapshot.js';
import { auditTables } from '../../src/exporters/tables/audit-tables.js';
import { inventoryTables } from '../../src/exporters/tables/inventory-tables.js';
import { type Table } from '../../src/exporters/tables/table.js';
import { toCsv } from '../../src/exporters/tables/to-csv.js';
import { toXlsx } from '../../src/exporters/tables/to-xlsx.js';
import { exampleFragments } from '../factories/example-fragments.js';
import { validFragments, wildFragments } from '../factories/hostile-fragments.js';
import { exampleResult } from './example-result.js';
import { hostileResult } from './hostile-result.js';
import { elementsNamed, readXml } from './read-xml.js';

const asOf = '2026-11-23T00:00:00.000Z';
const tablesOf = (snapshot: InventorySnapshot): Table[] => inventoryTables({ snapshot, problems: [{ file: '=x', line: 2, code: 'c', message: '@m' }], unrecognised: [] });
const named = (tables: readonly Table[], name: string): Table => tables.find((table) => table.name === name) ?? { name: '', columns: [], rows: [] };
const objects = ({ columns, rows }: Table): Record<string, string>[] => rows.map((row) => Object.fromEntries(row.map((cell, index) => [columns[index] ?? '', cell])));

/** RFC 4180 by the letter, where every cell is quoted. */
function readCsv(text: string): string[][] {
  expect(text.endsWith('\r\n')).toBe(true);
  const rows: string[][] = [[]];
  let rest = text;
  while (rest !== '') {
    const [whole = '', quoted = '', end = ''] = /^"((?:[^"]|"")*)"(,|\r\n)/.exec(rest) ?? [];
    if (whole === '') throw new Error(`no quoted cell at: ${rest.slice(0, 60)}`);
    rows.at(-1)?.push(quoted.replaceAll('""', '"'));
    rest = rest.slice(whole.length);
    if (end === '\r\n' && rest !== '') rows.push([]);
  }
  return rows;
}

/** What a workbook shows: the cells of each sheet as text, with what it says of their types. */
function readXlsx(bytes: Uint8Array): { readonly sheets: ReadonlyMap<string, readonly (readonly string[])[]>; readonly types: ReadonlySet<string | undefined>; readonly formulas: number } {
  const files = unzipSync(bytes);
  const xml = (name: string) => readXml(strFromU8(files[name] ?? new Uint8Array()));
  const decoded = (text: string): string => text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  const shared = elementsNamed(xml('xl/sharedStrings.xml'), 'si').map((item) => decoded(elementsNamed(item, 't').map(({ text }) => text).join('')));
  const names = elementsNamed(xml('xl/workbook.xml'), 'sheet').map(({ attributes }) => attributes['name'] ?? '');
  const sheets = new Map<string, string[][]>();
  const types = new Set<string | undefined>();
  let formulas = 0;
  names.forEach((name, index) => {
    const sheet = xml(`xl/worksheets/sheet${index + 1}.xml`);
    formulas += elementsNamed(sheet, 'f').length;
    const rows = elementsNamed(sheet, 'row').map((row) => {
      const cells: string[] = [];
      for (const { attributes, children } of elementsNamed(row, 'c')) {
        types.add(attributes['t']);
        cells[columnOf(attributes['r'] ?? '')] = shared[Number(children[0]?.text)] ?? '';
      }
      return Array.from(cells, (cell) => cell ?? '');
    });
    sheets.set(name, rows);
  });
  return { sheets, types, formulas };
}

const columnOf = (address: string): number => [...address.replace(/\d/g, '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
const trimmed = (row: readonly string[]): readonly string[] => row.slice(0, row.findLastIndex((cell) => cell !== '') + 1);

let example: InventorySnapshot;
let result: AuditResult;
beforeAll(async () => {
  example = assembleSnapshot(await exampleFragments(), asOf);
  result = await exampleResult();
});

describe('tables', () => {
  it('of an inventory hold every record, field, contradiction, problem and statement', () => {
    const tables = tablesOf(example);
    expect(tables.map(({ name }) => name)).toEqual(['deployments', 'models', 'weights', 'licences', 'providers', 'data-flows', 'lineage', 'organisation', 'legal-entities', 'dora-register', 'contradictions', 'problems', 'evidence']);
    for (const { columns, rows } of tables) for (const row of rows) expect(row).toHaveLength(columns.length);
    const deployments = objects(named(tables, 'deployments'));
    expect(deployments.map(({ id }) => id)).toEqual(example.deployments.map(({ id }) => id));
    const claims = example.deployments.find(({ id }) => id === 'claims-assistant');
    expect(deployments.find(({ id }) => id === 'claims-assistant')).toMatchObject({ 'place.country': claims?.place?.country, criticality: claims?.criticality, outputUses: claims?.outputUses?.join('; ') });
    expect(objects(named(tables, 'contradictions'))).toHaveLength(example.contradictions.flatMap(({ claims: sides }) => sides).length);
    expect(objects(named(tables, 'models')).find(({ id }) => id === 'deepseek-coder-33b')).toMatchObject({ 'licence.expression': 'contradicted' });
    expect(objects(named(tables, 'problems'))).toEqual([{ file: '=x', line: '2', column: '', level: 'error', code: 'c', message: '@m' }]);
    expect(objects(named(tables, 'evidence')).find(({ record, field }) => record === 'deployment/claims-assistant' && field === 'criticality')).toMatchObject({ value: 'critical', confidence: 'declared', source: 'examples/nordlicht/domicile.yaml', importer: 'domicile-yaml' });
  });

  it('of an audit hold its conclusion, each finding, and each rule and control with how it came out', () => {
    const tables = auditTables(result);
    expect(tables.map(({ name }) => name)).toEqual(['audit', 'findings', 'verdicts', 'controls', 'problems']);
    expect(objects(named(tables, 'audit'))).toContainEqual({ property: 'conclusion', value: result.conclusion });
    expect(objects(named(tables, 'findings')).map(({ fingerprint, verdict }) => [fingerprint, verdict])).toEqual(result.findings.map(({ fingerprint, verdict }) => [fingerprint, verdict]));
    const verdicts = objects(named(tables, 'verdicts'));
    for (const outcome of ['pass', 'fail', 'unknown', 'not-applicable', 'error'] as const) expect([outcome, verdicts.reduce((sum, row) => sum + Number(row[outcome]), 0)]).toEqual([outcome, result.counts[outcome]]);
    const controls = objects(named(tables, 'controls'));
    expect(controls.map(({ control }) => control)).toEqual([...new Set(result.rules.flatMap((rule) => rule.controls))].sort());
  });
});

describe('CSV', () => {
  /** What the help says: one leading apostrophe away, and the text is there again. */
  const given = (cell: string): string => cell.replace(/^'/, '');

  it('gives back every cell, and none that a spreadsheet takes for a formula', () => {
    fc.assert(
      fc.property(fc.oneof(validFragments, wildFragments), (fragments) => {
        for (const table of tablesOf(assembleSnapshot(fragments, asOf))) {
          const rows = readCsv(toCsv(table));
          expect(rows.map((row) => row.map(given))).toEqual([table.columns, ...table.rows].map((row) => [...row]));
          for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/);
        }
      }),
      { numRuns: 100 },
    );
    for (const table of auditTables(hostileResult(result))) expect(readCsv(toCsv(table)).map((row) => row.map(given))).toEqual([table.columns, ...table.rows].map((row) => [...row]));
  });

  it('puts an apostrophe before formulas and before apostrophes, and before nothing else', () => {
    const table = (cells: readonly string[]): Table => ({ name: 't', columns: cells.map((_, index) => String(index)), rows: [cells] });
    expect(readCsv(toCsv(table(['=1+1', '+1', '-1', '@x', '\tx', '\rx', "'x", "''", 'a=1', ' =1', '', 'x;=1', '1"2'])))[1]).toEqual(["'=1+1", "'+1", "'-1", "'@x", "'\tx", "'\rx", "''x", "'''", 'a=1', ' =1', '', 'x;=1', '1"2']);
  });
});

describe('XLSX', () => {
  it('shows the same tables, all of it as text', async () => {
    for (const tables of [tablesOf(example), auditTables(result), auditTables(hostileResult(result))]) {
      const { sheets, types, formulas } = readXlsx(await toXlsx(tables));
      expect([...types, formulas]).toEqual(['s', 0]);
      for (const { name, columns, rows } of tables) expect([name, sheets.get(name)?.map(trimmed)]).toEqual([name, [columns, ...rows].map(trimmed)]);
    }
  });

  it('shows what hostile files say, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(validFragments, wildFragments), async (fragments) => {
        const tables = tablesOf(assembleSnapshot(fragments, asOf));
        const { sheets, types, formulas } = readXlsx(await toXlsx(tables));
        expect([...types, formulas]).toEqual(['s', 0]);
        const noncharacters = (row: readonly string[]) => trimmed(row.map((cell) => cell.replace(/\p{Noncharacter_Code_Point}/gu, (character) => `\\u{${character.codePointAt(0)?.toString(16) ?? ''}}`)));
        for (const { name, columns, rows } of tables) expect(sheets.get(name)?.map(trimmed)).toEqual([columns, ...rows].map(noncharacters));
      }),
      { numRuns: 60 },
    );
  });

  it('has the same bytes each time, cuts what no cell holds and says so, and goes on in another sheet', async () => {
    const tables = tablesOf(example);
    expect(Buffer.from(await toXlsx(tables)).equals(Buffer.from(await toXlsx(structuredClone(tables))))).toBe(true);
    const long: Table = { name: 'long', columns: ['a'], rows: [[`${'x'.repeat(32_700)}_x0041_${'y'.repeat(100)}`]] };
    const cell = readXlsx(await toXlsx([long])).sheets.get('long')?.[1]?.[0] ?? '';
    expect(cell.length).toBeLessThanOrEqual(32_767);
    expect(cell).toMatch(/x{100}.* … \(cut: 32807 characters\)$/);
    const tall: Table = { name: 'tall', columns: ['a'], rows: [['1'], ['2'], ['3']] };
    expect([...readXlsx(await toXlsx([tall], 2)).sheets]).toEqual([['tall', [['a'], ['1'], ['2']]], ['tall 2', [['a'], ['3']]]]);
  });
});
