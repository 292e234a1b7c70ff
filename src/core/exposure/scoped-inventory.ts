import { type DataFlow } from '../inventory/data-flow.js';
import { type InventorySnapshot } from '../inventory/inventory-snapshot.js';
import { type FleetMember } from './fleet-member.js';

/** As much of an inventory as tells what is judged. */
export interface ScopedInventory extends Pick<InventorySnapshot, 'models' | 'lineage'> {
  readonly organisation?: InventorySnapshot['organisation'] | undefined;
  readonly deployments: readonly FleetMember[];
  readonly dataFlows: readonly Pick<DataFlow, 'id' | 'deployment'>[];
}
