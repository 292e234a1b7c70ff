import { engineName } from '../../core/audit/engine-name.js';
import { byCodeUnit } from '../../core/inventory/by-code-unit.js';
import { type DataFlow } from '../../core/inventory/data-flow.js';
import { type Deployment } from '../../core/inventory/deployment.js';
import { evidenceOf } from '../../core/inventory/evidence-of.js';
import { inventoryEntries, type InventoryEntry } from '../../core/inventory/inventory-entries.js';
import { type LineageEdge } from '../../core/inventory/lineage-edge.js';
import { type NounKind } from '../../core/inventory/noun-kind.js';
import { recordKey } from '../../core/inventory/record-key.js';
import { type WeightArtefact } from '../../core/inventory/weight-artefact.js';
import { grouped } from '../grouped.js';
import { type ScannedInventory } from '../scanned-inventory.js';
import { uuidOf } from '../uuid-of.js';
import { ancestorComponent } from './ancestor-component.js';
import { type BomComponent } from './bom-component.js';
import { bomMetadata } from './bom-metadata.js';
import { bomRefOf } from './bom-ref-of.js';
import { type BomService } from './bom-service.js';
import { deploymentComponent } from './deployment-component.js';
import { licenceComponent } from './licence-component.js';
import { modelComponent } from './model-component.js';
import { recipientServices } from './recipient-services.js';
import { type DescribeRecord, recordProperties } from './record-properties.js';
import { shownText } from './shown-text.js';
import { weightsComponent } from './weights-component.js';

/**
 * An inventory as a CycloneDX document: models, weights, licences and deployments as components, providers and legal entities as services with the
 * flows they receive. What CycloneDX has no field for stands in properties (docs/cyclonedx-properties.md), so that the document can be read back whole.
 */
export function toCyclonedx(inventory: ScannedInventory, specVersion: '1.6' | '1.7'): object {
  const { snapshot } = inventory;
  const describe = recordProperties(snapshot);
  const entries = inventoryEntries(snapshot);
  const of = (...kinds: readonly NounKind[]): InventoryEntry[] => entries.filter(({ kind }) => kinds.includes(kind));
  const uuid = uuidOf('cyclonedx', snapshot.digest);
  const components = [...modelComponents(inventory, of('model'), of('weightArtefact'), of('lineageEdge'), describe), ...of('licence').map((entry) => licenceComponent(entry, describe)), ...of('deployment').map((entry) => deploymentComponent(entry, describe))];
  const services = recipientServices(of('provider', 'legalEntity'), of('dataFlow'), describe);
  return {
    $schema: `http://cyclonedx.org/schema/bom-${specVersion}.schema.json`,
    bomFormat: 'CycloneDX',
    specVersion,
    serialNumber: `urn:uuid:${uuid}`,
    version: 1,
    metadata: bomMetadata(inventory, of('organisation'), engineName, describe),
    components,
    services,
    dependencies: dependencies(components, services, of('deployment'), of('dataFlow')),
  };
}

/** Models with their weights and parents inside; weights and lineage of a model that has no record stand by themselves. */
function modelComponents({ snapshot }: ScannedInventory, models: readonly InventoryEntry[], weights: readonly InventoryEntry[], lineage: readonly InventoryEntry[], describe: DescribeRecord): BomComponent[] {
  const known = new Map(snapshot.models.map((model) => [model.id, model]));
  const filesOf = grouped(weights, ({ record }) => (record as WeightArtefact).model);
  const parentsOf = grouped(lineage, ({ record }) => (record as Partial<LineageEdge>).child);
  const ancestors = (edges: readonly InventoryEntry[] | undefined): BomComponent[] => (edges ?? []).map((edge) => ancestorComponent(edge, known, describe));
  const described = models.map((entry) => {
    const concluded = evidenceOf(snapshot, entry.key, '/licence/expression').some(({ confidence }) => confidence === 'inferred');
    return modelComponent(entry, (filesOf.get(entry.record.id) ?? []).map((file) => weightsComponent(file, describe)), ancestors(parentsOf.get(entry.record.id)), concluded, describe);
  });
  const orphans = [...parentsOf].filter(([child]) => child === undefined || !known.has(child)).map(([child, edges]): BomComponent => ({
    type: 'machine-learning-model',
    'bom-ref': bomRefOf(child === undefined ? 'child' : `child/${child}`),
    name: shownText(child ?? 'model not known'),
    pedigree: { ancestors: ancestors(edges) },
    properties: [{ name: 'domicile:stands-for', value: 'child' }],
  }));
  const loose = [...filesOf].filter(([model]) => model === undefined || !known.has(model)).flatMap(([, files]) => files.map((file) => weightsComponent(file, describe)));
  return [...described, ...orphans, ...loose];
}

/** What each deployment needs: its model, its provider and who receives its flows, as far as they have a place in the document. */
function dependencies(components: readonly BomComponent[], services: readonly BomService[], deployments: readonly InventoryEntry[], flows: readonly InventoryEntry[]): object[] {
  const present = new Set([...components, ...services].map((part) => part['bom-ref']));
  const recipients = grouped(flows, ({ record }) => (record as DataFlow).deployment);
  return deployments.map(({ key, record }) => {
    const { id, model, provider } = record as Deployment;
    const to = (recipients.get(id) ?? []).map((flow) => (flow.record as DataFlow).to);
    const needed = [...(model === undefined ? [] : [recordKey('model', model)]), ...[provider, ...to].flatMap((name) => (name === undefined ? [] : [recordKey('provider', name), recordKey('legalEntity', name)]))];
    return { ref: bomRefOf(key), dependsOn: [...new Set(needed.map(bomRefOf))].filter((reference) => present.has(reference)).sort(byCodeUnit) };
  });
}
