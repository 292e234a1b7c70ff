import { fieldPointers } from '../../core/inventory/field-pointers.js';
import { inventoryEntries, type InventoryEntry } from '../../core/inventory/inventory-entries.js';
import { type InventorySnapshot } from '../../core/inventory/inventory-snapshot.js';
import { type NounKind } from '../../core/inventory/noun-kind.js';
import { statementsOf } from '../../core/inventory/statements-of.js';
import { valueAt } from '../../core/inventory/value-at.js';
import { type ScannedInventory } from '../scanned-inventory.js';
import { cellText } from './cell-text.js';
import { doraTable } from './dora-table.js';
import { problemTable } from './problem-table.js';
import { type Table } from './table.js';

const nounTables: readonly (readonly [NounKind, string])[] = [
  ['deployment', 'deployments'],
  ['model', 'models'],
  ['weightArtefact', 'weights'],
  ['licence', 'licences'],
  ['provider', 'providers'],
  ['dataFlow', 'data-flows'],
  ['lineageEdge', 'lineage'],
  ['organisation', 'organisation'],
  ['legalEntity', 'legal-entities'],
];

/** An inventory as tables: one for each kind of record with a column for each field, the keys of the DORA register, and the contradictions, problems and evidence. */
export function inventoryTables({ snapshot, problems }: ScannedInventory): Table[] {
  const entries = inventoryEntries(snapshot);
  const disputed = new Set(snapshot.contradictions.filter(({ decided }) => !decided).map(({ record, pointer }) => `${record}${pointer}`));
  return [...nounTables.map(([kind, name]) => nounTable(name, kind, entries.filter((entry) => entry.kind === kind), disputed)), doraTable(snapshot), contradictionTable(snapshot), problemTable(problems), evidenceTable(snapshot, entries)];
}

/** An empty cell is what nobody states; `contradicted` is what sources contradict each other on. */
function nounTable(name: string, kind: NounKind, entries: readonly InventoryEntry[], disputed: ReadonlySet<string>): Table {
  const pointers = fieldPointers(kind);
  return {
    name,
    columns: pointers.map(fieldName),
    rows: entries.map(({ key, record }) => pointers.map((pointer) => (disputed.has(`${key}${pointer}`) ? 'contradicted' : cellText(valueAt(record, pointer))))),
  };
}

function contradictionTable({ contradictions }: InventorySnapshot): Table {
  return {
    name: 'contradictions',
    columns: ['record', 'field', 'decided', 'value', 'confidence', 'source', 'line', 'column'],
    rows: contradictions.flatMap(({ record, pointer, decided, claims }) => claims.map(({ value, confidence, source, line, column }) => [record, fieldName(pointer), decided ? 'yes' : 'no', value, confidence, source, line, column].map(cellText))),
  };
}

/** Every statement of every field with who makes it. */
function evidenceTable(snapshot: InventorySnapshot, entries: readonly InventoryEntry[]): Table {
  const statements = statementsOf(snapshot);
  return {
    name: 'evidence',
    columns: ['record', 'field', 'value', 'confidence', 'source', 'line', 'column', 'pointer', 'importer', 'effective', 'sha256', 'note'],
    rows: entries.flatMap(({ key, record }) =>
      statements(key, record).flatMap(({ facts }) =>
        facts.map(({ pointer, value, origin }) => {
          const source = snapshot.sources[origin.source];
          return [key, fieldName(pointer), value, origin.confidence, source?.path, origin.line, origin.column, origin.pointer, source?.importer, source?.effective, source?.sha256, origin.note].map(cellText);
        }),
      ),
    ),
  };
}

const fieldName = (pointer: string): string => pointer.slice(1).replaceAll('/', '.');
