import { type FragmentSource } from '../inventory/inventory-fragment.js';

/** A source of the register as it was read last, whether or not anything it states still stands. */
export interface RegisterSource extends FragmentSource {
  /** Which of the fragments that the importer made of the file, from 0. */
  readonly fragment: number;
}
