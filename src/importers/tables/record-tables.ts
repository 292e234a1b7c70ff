import { fieldPointers } from '../../core/inventory/field-pointers.js';
import { type NounKind } from '../../core/inventory/noun-kind.js';

/** The tables that an inventory is exported as, by the name of their file, and the kind of record that each holds. */
export const recordTables: Readonly<Record<string, NounKind>> = {
  deployments: 'deployment',
  models: 'model',
  weights: 'weightArtefact',
  licences: 'licence',
  providers: 'provider',
  'data-flows': 'dataFlow',
  lineage: 'lineageEdge',
  organisation: 'organisation',
  'legal-entities': 'legalEntity',
};

/** The columns of a table of such records: its fields, with dots where they lie deeper. */
export function tableColumns(kind: NounKind): readonly string[] {
  return fieldPointers(kind).map((pointer) => pointer.slice(1).replaceAll('/', '.'));
}

/** The kind of record a table holds: by the end of its name, else the only kind with all its columns. */
export function kindOfTable(path: string, columns: readonly string[]): NounKind | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.csv$/i, '').toLowerCase();
  const named = Object.keys(recordTables).find((table) => name === table || name.endsWith(`.${table}`) || name.endsWith(`-${table}`) || name.endsWith(`_${table}`) || name.endsWith(` ${table}`));
  if (named !== undefined) return recordTables[named];
  const fitting = Object.values(recordTables).filter((kind) => columns.every((column) => tableColumns(kind).includes(column)));
  return fitting.length === 1 ? fitting[0] : undefined;
}
