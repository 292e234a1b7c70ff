import { type FactOrigin } from '../inventory/fact-origin.js';
import { type InventoryRecord } from '../inventory/inventory-fragment.js';

type Origins = InventoryRecord['origins'];

/** Origins by pointer as one short text: they are many times what they are of and seldom read, so the register keeps and gives them without taking them apart. Line and column alone stand for what a manifest declares there. */
export function packOrigins(origins: Origins): string {
  return JSON.stringify(Object.fromEntries(Object.entries(origins).map(([pointer, origin]) => [pointer, shortened(origin)])));
}

export function unpackOrigins(text: string): Origins {
  const packed = JSON.parse(text) as Readonly<Record<string, readonly [number, number] | FactOrigin>>;
  return Object.fromEntries(Object.entries(packed).map(([pointer, origin]) => [pointer, 'confidence' in origin ? origin : { line: origin[0], column: origin[1], confidence: 'declared' }]));
}

function shortened(origin: FactOrigin): readonly [number, number] | FactOrigin {
  const { line, column, confidence, ...more } = origin;
  return line !== undefined && column !== undefined && confidence === 'declared' && Object.keys(more).length === 0 ? [line, column] : origin;
}
