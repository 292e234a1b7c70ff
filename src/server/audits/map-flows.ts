import { flowMap, type FlowMap } from '../../core/exposure/flow-map.js';
import { assembleSnapshot } from '../../core/inventory/assemble-snapshot.js';
import { type AuditAssets } from './audit-assets.js';
import { type CheckInput } from './check-input.js';
import { gatherInventory } from './gather-inventory.js';
import { layFactsOver } from './lay-facts-over.js';

export function mapFlows(input: CheckInput, assets: AuditAssets): FlowMap {
  const { fragments, settings } = gatherInventory(input);
  return flowMap(assembleSnapshot(fragments, input.asOf), layFactsOver(assets.reference, input, settings.facts), input.asOf);
}
