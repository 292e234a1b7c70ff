import { type CodeHit } from '../core/inventory/code-hit.js';
import { type InventorySnapshot } from '../core/inventory/inventory-snapshot.js';
import { type Problem } from '../core/inventory/problem.js';

/** What a scan found: the inventory, what could not be read, and the files of no known format. */
export interface ScannedInventory {
  readonly snapshot: InventorySnapshot;
  readonly problems: readonly Problem[];
  readonly unrecognised: readonly string[];
  /** What looking through code found, where that was asked for. */
  readonly code?: {
    readonly hits: readonly CodeHit[];
    readonly files: number;
    /** Folders that were not looked into. */
    readonly passedOver: readonly string[];
  };
}
