import { type Quantity } from './quantity.js';

/** A number that cannot be given, with the reason in its place. */
export function unknownQuantity(unit: string, reason: string, source = 'none'): Quantity {
  return { value: null, unit, low: null, high: null, kind: 'derived', source, unknown: reason };
}
