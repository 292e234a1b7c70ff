import { type FactOrigin } from '../../core/inventory/fact-origin.js';
import { type InventoryRecord } from '../../core/inventory/inventory-fragment.js';

interface Packed {
  readonly pointers: readonly string[];
  /** The line and the column of each pointer in turn. */
  readonly places: Uint32Array;
}

/** One getter for all records, so that they share one shape, and an own one, so that a copy of a record has its origins. */
const origins: PropertyDescriptor & ThisType<Packed> = {
  enumerable: true,
  get() {
    const { pointers, places } = this;
    return Object.fromEntries(pointers.map((pointer, index): [string, FactOrigin] => [pointer, { line: places[index * 2] ?? 1, column: places[index * 2 + 1] ?? 1, confidence: 'declared' }]));
  },
};

/** A declared record that keeps the places of its fields as numbers and writes its origins out each time they are asked for, since a large inventory has millions. */
export function packedRecord({ kind, id, value, origin }: Omit<InventoryRecord, 'origins'>, { pointers, places }: Packed): InventoryRecord {
  return Object.defineProperty({ kind, id, value, origin, pointers, places }, 'origins', origins) as unknown as InventoryRecord;
}
