import { type InventoryRecord } from '../../core/inventory/inventory-fragment.js';
import { headOf } from '../head-of.js';
import { importResult } from '../import-result.js';
import { type Importer } from '../importer.js';
import { itemsOf } from '../items-of.js';
import { membersOf } from '../members-of.js';
import { type ParsedDocument } from '../parsed-document.js';
import { readJson } from '../read-json.js';
import { recordBuilder } from '../record-builder.js';
import { recordIdOf } from '../record-id-of.js';
import { shortText } from '../short-text.js';

type Path = readonly (string | number)[];

/** Reads what borderlint found in code: its data-flow inventory (`--format sbom`) and its findings (`--format json`). Each is an inference from code. */
export const borderlintImporter: Importer = {
  id: 'borderlint',
  title: 'borderlint inventory or findings',
  recognises: (file) => {
    if (!/\.json$/i.test(file.path)) return false;
    const head = headOf(file);
    return /"schema"\s*:\s*"borderlint\./.test(headOf(file, 33_554_432)) || (/^\s*\{\s*"findings"\s*:/.test(head) && /"jurisdiction"\s*:/.test(head) && /"provider"\s*:/.test(head));
  },
  import: (file, { subject }) => {
    const { document, problems } = readJson(file.path, file.bytes);
    if (document === undefined) return importResult(file, 'borderlint', [], problems);
    const value = membersOf(document.value);
    const key = value['components'] === undefined ? 'findings' : 'components';
    const records = itemsOf(value[key]).slice(0, 50_000).flatMap((entry, index) => providerRecords(document, membersOf(entry), [key, index], subject));
    return importResult(file, 'borderlint', records, records.length > 0 ? [] : [{ file: file.path, line: 1, column: 1, code: 'no-facts', message: 'borderlint found no provider, so nothing leaves the code it saw; scan the folder that holds the code', level: 'warning' }]);
  },
};

function providerRecords(document: ParsedDocument, entry: Readonly<Record<string, unknown>>, at: Path, deployment: string | undefined): InventoryRecord[] {
  const id = recordIdOf(shortText(entry['provider']) ?? '');
  if (id === undefined || id === 'local') return [];
  const jurisdictions = [...new Set([entry['jurisdiction'], ...itemsOf(entry['jurisdictions'])].flatMap((code) => (typeof code === 'string' && /^([a-z]{2}|eu)$/i.test(code) ? [code.toUpperCase()] : [])))];
  const first = membersOf(itemsOf(entry['sites'])[0] ?? entry);
  const where = `${shortText(first['file'], 150) ?? 'code'}:${shortText(first['line'], 12) ?? '1'}`;
  const stage = entry['category'] === 'vector_store' ? 'embedding' : 'prompt';
  return [
    recordBuilder(document, 'provider', id, at, 'inferred').state('/name', shortText(entry['name']), [...at, 'name']).build(),
    recordBuilder(document, 'dataFlow', recordIdOf(`${deployment ?? 'code'}/borderlint-${id}${entry['sites'] === undefined ? `-${where}` : ''}`) ?? id, at, 'inferred')
      .state('/deployment', deployment, at)
      .state('/stage', stage, at, 'inferred', 'what a provider of this category is sent')
      .state('/to', id, [...at, 'provider'], 'inferred', 'found in code by borderlint')
      .state('/via', where.slice(0, 200), at, 'inferred', 'first place in the code')
      .state('/processingCountries', jurisdictions, at, 'inferred', 'as borderlint resolves endpoint and region')
      .state('/undeclared', true, at, 'inferred', 'found in code')
      .build(),
  ];
}
