import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { toXlsx } from '../../src/exporters/tables/to-xlsx.js';
import { readWorkbook } from '../../src/importers/tables/read-workbook.js';
import { tablesImporter } from '../../src/importers/tables/tables.importer.js';

const table = (rows: readonly (readonly string[])[]) => ({ name: 'providers', columns: ['id', 'name', 'country'], rows });
const read = (bytes: Uint8Array) => readWorkbook({ path: 'register.xlsx', bytes });

describe('a workbook', () => {
  it('gives back the tables that were exported into it', async () => {
    const rows = [['own', 'Acme, "IT"\nand more', 'DE'], ['azure', "'=Azure", ''], ['plus', '=1+1', 'US']];
    const { files, problems } = await read(await toXlsx([table(rows)]));
    expect(problems).toEqual([]);
    const [file] = files;
    expect(file?.path).toBe('register.xlsx/providers.csv');
    const bytes = new TextEncoder().encode(file?.content);
    const imported = tablesImporter.import({ path: String(file?.path), bytes, sha256: '0'.repeat(64) }, {});
    expect(imported.problems).toEqual([]);
    expect(imported.fragment.records.map(({ value }) => value)).toEqual([{ id: 'own', name: 'Acme, "IT"\nand more', country: 'DE' }, { id: 'azure', name: "'=Azure" }, { id: 'plus', name: '=1+1', country: 'US' }]);
  });

  it.each([
    ['is none', strToU8('id,name\n'), /is no workbook/],
    ['is a ZIP of something else', zipSync({ 'a.xml': strToU8('<a/>') }), /cannot be read/],
    ['is cut off', zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') }).subarray(0, 60), /is no workbook/],
    ['unpacks to more than there is room for', zipSync({ 'xl/sharedStrings.xml': new Uint8Array(130 * 2 ** 20) }), /more than 128 MiB/],
    ['has too many parts', zipSync(Object.fromEntries(Array.from({ length: 501 }, (_, index) => [`xl/${index}.xml`, strToU8('')]))), /more than 500 parts/],
  ])('that %s is refused by name', async (_what, bytes, message) => {
    const { files, problems } = await read(bytes);
    expect(files).toEqual([]);
    expect(problems).toMatchObject([{ file: 'register.xlsx', message: expect.stringMatching(message) }]);
  });

  it('says which cells have no value instead of taking them for empty ones, and reads what formulas came to', async () => {
    const parts = unzipSync(await toXlsx([table(['a', 'b', 'c', 'd'].map((id) => [id, 'Name', 'DE']))]));
    const [sheet = ''] = Object.keys(parts).filter((name) => name.endsWith('sheet1.xml'));
    const cells: Readonly<Record<string, string>> = { B2: '<c r="B2" t="e"><v>#REF!</v></c>', B3: '<c r="B3"><f>1/3</f></c>', B4: '<c r="B4" t="str"><f>"Fi"&amp;"ne"</f><v>Fine</v></c>', B5: '<c r="B5" t="inlineStr"><is><t>Inline</t></is></c>' };
    const text = Object.entries(cells).reduce((before, [at, cell]) => before.replace(new RegExp(`<c r="${at}"[^>]*>.*?</c>`), cell), strFromU8(parts[sheet] ?? new Uint8Array()));
    const { files, problems } = await read(zipSync({ ...parts, [sheet]: strToU8(text) }));
    expect(problems.map(({ code, message, level }) => [code, message.slice(0, 6), level])).toEqual([['cell-error', 'B2 in ', undefined], ['cell-error', 'B3 in ', undefined]]);
    expect(files[0]?.content).toBe('id,name,country\na,,DE\nb,,DE\nc,Fine,DE\nd,Inline,DE\n');
  });

  it('with two sheets that come to one table is refused', async () => {
    const parts = unzipSync(await toXlsx([table([['a', 'A', 'DE']]), { ...table([['b', 'B', 'DE']]), name: 'other' }]));
    const named = strToU8(strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array()).replace('name="other"', 'name="providers"'));
    expect(await read(zipSync({ ...parts, 'xl/workbook.xml': named }))).toMatchObject({ files: [], problems: [{ code: 'duplicate-sheet' }] });
  });

  it('does not believe a part that says it is small', async () => {
    const honest = zipSync({ 'xl/workbook.xml': new Uint8Array(5 * 2 ** 20) });
    const lying = Buffer.from(honest);
    for (let at = 0; at < lying.length - 4; at++) if (lying.readUInt32LE(at) === 5 * 2 ** 20) lying.writeUInt32LE(100, at);
    const before = process.memoryUsage().arrayBuffers;
    expect((await read(lying)).files).toEqual([]);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(3 * 2 ** 20);
  });
});
