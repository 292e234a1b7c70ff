import { type DataFlow } from '../inventory/data-flow.js';
import { type Deployment } from '../inventory/deployment.js';
import { type InventorySnapshot } from '../inventory/inventory-snapshot.js';
import { type CommonsContext } from './commons-context.js';

/** Some deployments of an inventory, or all, with what they share. */
export interface ExposureContext extends CommonsContext {
  readonly snapshot: InventorySnapshot;
  readonly deployments: ReadonlyMap<string, Deployment>;
  readonly flows: ReadonlyMap<string, readonly DataFlow[]>;
  readonly codeLookedThrough: boolean;
}
