import { type ScannedInventory } from './scanned-inventory.js';

/** Turns an inventory into the text of one format. Pure: the same inventory gives the same text. */
export interface InventoryExporter {
  readonly id: string;
  readonly mediaType: string;
  readonly extension: string;
  export(inventory: ScannedInventory): string;
}
