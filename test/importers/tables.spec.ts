import { assembleSnapshot } from '../../src/core/inventory/assemble-snapshot.js';
import { inventoryEntries } from '../../src/core/inventory/inventory-entries.js';
import { sha256Of } from '../../src/core/inventory/sha256-of.js';
import { type SourceFile } from '../../src/core/inventory/source-file.js';
import { inventoryTables } from '../../src/exporters/tables/inventory-tables.js';
import { toCsv } from '../../src/exporters/tables/to-csv.js';
import { importSources } from '../../src/importers/import-sources.js';
import { recordTables } from '../../src/importers/tables/record-tables.js';
import { tablesImporter } from '../../src/importers/tables/tables.importer.js';
import { exampleFragments } from '../factories/example-fragments.js';

const asOf = '2026-11-23T00:00:00Z';
const source = (path: string, text: string): SourceFile => {
  const bytes = new TextEncoder().encode(text);
  return { path, bytes, sha256: sha256Of(bytes) };
};
const read = (path: string, text: string) => {
  const { fragment, problems } = tablesImporter.import(source(path, text), {});
  return { records: fragment.records, problems };
};

describe('tables of records', () => {
  it('give the example organisation back as it was exported', async () => {
    const before = assembleSnapshot(await exampleFragments(), asOf);
    const tables = inventoryTables({ snapshot: before, problems: [], unrecognised: [] }).filter(({ name }) => name in recordTables);
    const sources = tables.map((table) => source(`export/${table.name}.csv`, toCsv(table)));
    expect(sources.every((file) => tablesImporter.recognises(file))).toBe(true);
    const { fragments, problems } = importSources(sources);
    expect(problems.filter(({ level }) => level !== 'warning')).toEqual([]);
    const after = assembleSnapshot(fragments, asOf);
    const disputed = new Set(before.contradictions.map(({ record }) => record));
    const records = (snapshot: typeof before): unknown[] => inventoryEntries(snapshot).filter(({ key, kind }) => kind !== 'codeCall' && !disputed.has(key)).map(({ key, record }) => [key, record]);
    expect(records(before).length).toBeGreaterThan(30);
    expect(records(after)).toEqual(records(before));
  });

  it.each([
    ['commas', 'id,name\nchat,"Chat, at work"\n', 'Chat, at work'],
    ['semicolons', 'id;name\nchat;Chat\n', 'Chat'],
    ['tabs', 'id\tname\nchat\tChat\n', 'Chat'],
    ['a byte order mark', '\uFEFFid,name\nchat,Chat\n', 'Chat'],
    ['line ends in a cell', 'id,name\nchat,"one\ntwo"\n', 'one\ntwo'],
    ['an apostrophe before a formula', 'id,name\nchat,\'=1+1\n', '=1+1'],
    ['two apostrophes', "id,name\nchat,''t Hoen\n", "'t Hoen"],
    ['rows that end early and empty rows', 'id,name,place.country\nchat,Chat\n,,\n', 'Chat'],
  ])('are read with %s', (_name, text, name) => {
    const { records, problems } = read('deployments.csv', text);
    expect(problems).toEqual([]);
    expect(records).toMatchObject([{ kind: 'deployment', id: 'chat', value: { id: 'chat', name }, origins: { '/name': { column: 2, confidence: 'declared' } } }]);
  });

  it('tell numbers, truths, lists and what lies deeper', () => {
    const { records } = read('my-deployments.csv', 'id,place.country,engine.offline,aiAct.evidence,fallback.substituteDays\nchat,DE,TRUE,AIA-9; AIA-10,30\n');
    expect(records[0]?.value).toEqual({ id: 'chat', place: { country: 'DE' }, engine: { offline: true }, aiAct: { evidence: ['AIA-9', 'AIA-10'] }, fallback: { substituteDays: 30 } });
  });

  it('are told by their columns where their name does not', () => {
    expect(tablesImporter.recognises(source('export.csv', 'id,name,place.country\nchat,Chat,DE\n'))).toBe(true);
    expect(tablesImporter.recognises(source('people.csv', 'id,surname\n1,Meier\n'))).toBe(false);
    expect(tablesImporter.recognises(source('deployments.csv', 'name\nChat\n'))).toBe(false);
  });

  it.each([
    ['an unknown column', 'id,nmae\nchat,x\n', 'unknown-column', 1, /name/],
    ['a column twice', 'id,name,name\nchat,x,y\n', 'duplicate-column', 1, /twice/],
    ['an id twice', 'id\nchat\nchat\n', 'duplicate-id', 3, /line 2/],
    ['no id', 'id,name\n,Chat\n', 'invalid-value', 2, /id/],
    ['a word for a number', 'id,fallback.substituteDays\nchat,thirty\n', 'wrong-type', 2, /number/],
    ['a word for a truth', 'id,engine.offline\nchat,maybe\n', 'wrong-type', 2, /true or false/],
    ['a country by its name', 'id,place.country\nchat,de\n', 'invalid-value', 2, /DE/],
    ['an open quote', 'id,name\nchat,"Chat\n', 'csv-syntax', 2, /quotes/],
    ['a row that is too long', 'id,name\nchat,Chat,more\n', 'csv-syntax', 2, /quotes/],
  ])('with %s are a problem at its line, and the row states nothing', (_name, text, code, line, message) => {
    const { records, problems } = read('deployments.csv', text);
    expect(problems).toEqual([expect.objectContaining({ file: 'deployments.csv', code, line, message: expect.stringMatching(message) })]);
    expect(records.filter(({ origin }) => origin.line === line)).toEqual([]);
  });

  it('state nothing where sources had contradicted each other, and say so', () => {
    const { records, problems } = read('models.csv', 'id,name\nbloom,contradicted\n');
    expect(records[0]?.value).toEqual({ id: 'bloom' });
    expect(problems).toMatchObject([{ code: 'contradicted-cell', level: 'warning' }]);
  });
});
