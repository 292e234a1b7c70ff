import { type InventoryRecord } from '../inventory/inventory-fragment.js';

/** What one source says of one record, as the register keeps it. Which bytes the source had is kept with the source. */
export interface RegisterStatement extends Pick<InventoryRecord, 'value' | 'origin' | 'origins'> {
  readonly path: string;
  readonly importer: string;
  /** Which of the fragments that the importer made of the file, from 0. */
  readonly fragment: number;
  /** Place of the record in that fragment, from 0. */
  readonly position: number;
}
