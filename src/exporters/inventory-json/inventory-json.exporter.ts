import { type Evidence } from '../../core/inventory/evidence.js';
import { evidenceOf } from '../../core/inventory/evidence-of.js';
import { type InventorySnapshot } from '../../core/inventory/inventory-snapshot.js';
import { type InventoryExporter } from '../inventory-exporter.js';

/** The inventory with every fact's evidence; `policies/schemas/inventory.schema.json` describes it. */
export const inventoryJsonExporter: InventoryExporter = {
  id: 'json',
  mediaType: 'application/json',
  extension: 'json',
  export: ({ snapshot, problems, code }) => {
    const { digest, organisation, legalEntities, models, weights, licences, providers, deployments, dataFlows, lineage, contradictions } = snapshot;
    const inventory = { schema: 'domicile/inventory/1', digest, ...(organisation ? { organisation } : {}), legalEntities, models, weights, licences, providers, deployments, dataFlows, lineage, contradictions, evidence: factsOf(snapshot), ...(code === undefined ? {} : { code: { files: code.files, hits: code.hits, calls: snapshot.codeCalls, passedOver: code.passedOver } }), problems };
    return `${JSON.stringify(inventory, null, 2)}\n`;
  },
};

/** Every fact: which field of which record, and what supports it. */
function factsOf(snapshot: InventorySnapshot): (Evidence & { readonly record: string; readonly pointer: string })[] {
  return [...snapshot.origins].flatMap(([record, origins]) => [...origins.keys()].flatMap((pointer) => evidenceOf(snapshot, record, pointer).map((evidence) => ({ record, pointer, ...evidence }))));
}
