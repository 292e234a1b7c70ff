import { type InventoryRecord } from '../../core/inventory/inventory-fragment.js';
import { itemsOf } from '../items-of.js';
import { membersOf } from '../members-of.js';
import { type ParsedDocument } from '../parsed-document.js';
import { recordBuilder } from '../record-builder.js';
import { recordIdOf } from '../record-id-of.js';
import { shortText } from '../short-text.js';

type Path = readonly (string | number)[];

/** Every data category that stands at a data set, its collections and its fields, each once, sorted. */
export function datasetCategories(dataset: unknown): string[] {
  const found = new Set<string>();
  const visit = (value: unknown, depth: number): void => {
    if (depth > 40) return;
    const members = membersOf(value);
    for (const category of itemsOf(members['data_categories'])) if (typeof category === 'string' && category !== '') found.add(category.slice(0, 120));
    for (const key of ['collections', 'fields']) for (const inner of itemsOf(members[key])) visit(inner, depth + 1);
  };
  visit(dataset, 0);
  return [...found].sort().slice(0, 60);
}

/** A data set as the origin of a flow: what it holds, with where it goes left unsaid. */
export function datasetRecords(document: ParsedDocument, dataset: Readonly<Record<string, unknown>>, at: Path, key: string): InventoryRecord[] {
  const id = recordIdOf(`dataset/${key}`);
  if (id === undefined) return [];
  return [recordBuilder(document, 'dataFlow', id, at).state('/from', key, [...at, 'fides_key']).state('/categories', datasetCategories(dataset), [...at, 'collections']).state('/retentionDays', days(dataset['retention']), [...at, 'retention']).state('/via', shortText(dataset['name']), [...at, 'name']).build()];
}

function days(retention: unknown): number | undefined {
  const match = typeof retention === 'string' ? /^(\d{1,5})\s*days?\b/i.exec(retention) : null;
  const count = match === null ? undefined : Number(match[1]);
  return count === undefined || count > 36_500 ? undefined : count;
}
