import { type InventoryRecord } from '../../core/inventory/inventory-fragment.js';
import { type Problem } from '../../core/inventory/problem.js';
import { itemsOf } from '../items-of.js';
import { membersOf } from '../members-of.js';
import { type ParsedDocument } from '../parsed-document.js';
import { recordBuilder } from '../record-builder.js';
import { recordIdOf } from '../record-id-of.js';
import { shortText } from '../short-text.js';
import { datasetCategories } from './dataset-records.js';

type Path = readonly (string | number)[];
type Members = Readonly<Record<string, unknown>>;

/** Privacy declarations of a system: one flow for each, and for each system or third party that it passes data on to. */
export function systemRecords(file: string, document: ParsedDocument, system: Members, at: Path, key: string, datasets: unknown, problems: Problem[]): InventoryRecord[] {
  const recipients = itemsOf(system['egress']).flatMap((target, index) => {
    const to = recordIdOf(shortText(membersOf(target)['fides_key']) ?? '');
    return to === undefined ? [] : [{ to, at: [...at, 'egress', index, 'fides_key'] }];
  });
  const declarations = itemsOf(system['privacy_declarations']);
  if (declarations.length === 0) problems.push({ file, ...document.placeOf(at), code: 'no-facts', message: `the system '${key}' has no privacy_declarations, so nothing says which data it uses; write them`, level: 'warning' });
  return declarations.slice(0, 1_000).flatMap((declaration, index) => {
    const place = [...at, 'privacy_declarations', index];
    const members = membersOf(declaration);
    return (recipients.length === 0 ? [undefined] : recipients).flatMap((recipient) => declarationFlow(document, members, place, key, String(index), recipient, datasets));
  });
}

function declarationFlow(document: ParsedDocument, declaration: Members, at: Path, system: string, index: string, recipient: { readonly to: string; readonly at: Path } | undefined, datasets: unknown): InventoryRecord[] {
  const name = shortText(declaration['name'] ?? declaration['data_use']) ?? index;
  const id = recordIdOf(`${system}/${shortText(declaration['name']) ?? index}${recipient === undefined ? '' : `-${recipient.to}`}`);
  if (id === undefined) return [];
  const stated = texts(declaration['data_categories'], 120);
  const referenced = itemsOf(datasets).filter((dataset) => itemsOf(declaration['dataset_references']).includes(membersOf(dataset)['fides_key'])).flatMap(datasetCategories);
  const shared = declaration['special_category_legal_basis'];
  const flow = recordBuilder(document, 'dataFlow', id, at)
    .state('/deployment', recordIdOf(system), at, 'inferred', 'a system of this key')
    .state('/from', system, at)
    .state('/to', recipient?.to, recipient?.at ?? at)
    .state('/via', name, [...at, 'name'])
    .state('/subjects', texts(declaration['data_subjects'], 80).slice(0, 30), [...at, 'data_subjects'])
    .state('/specialCategories', typeof shared === 'string' && shared !== '' ? true : undefined, [...at, 'special_category_legal_basis'], 'inferred', 'a legal basis for special categories is named');
  if (stated.length > 0) flow.state('/categories', stated, [...at, 'data_categories']);
  else flow.state('/categories', [...new Set(referenced)].slice(0, 60), [...at, 'dataset_references'], 'inferred', 'categories of the data sets it refers to');
  return [flow.build()];
}

const texts = (value: unknown, maxLength: number): string[] => itemsOf(value).flatMap((item) => shortText(typeof item === 'string' ? item : membersOf(item)['name'], maxLength) ?? []).slice(0, 60);
