import { type InventorySnapshot } from '../inventory/inventory-snapshot.js';
import { type ReferenceFacts } from '../reference/reference-facts.js';

/** What a shock changes: the inventory, the reference facts, or both. */
export interface World {
  readonly snapshot: InventorySnapshot;
  readonly reference: ReferenceFacts;
}

/** The world after a shock, or why the shock cannot happen in it and what to write instead. */
export type ShockedWorld = { readonly world: World } | { readonly problem: string };
