import { type FactOrigin } from '../../core/inventory/fact-origin.js';
import { type PlacedValue } from './placed-value.js';

/** A field of a record with what supports it. */
export interface PlacedFact extends PlacedValue {
  /** JSON pointer inside the record. */
  readonly pointer: string;
  readonly origin: FactOrigin;
}
