import { assembleSnapshot } from '../../src/core/inventory/assemble-snapshot.js';
import { byCodeUnit } from '../../src/core/inventory/by-code-unit.js';
import { type InventorySnapshot } from '../../src/core/inventory/inventory-snapshot.js';
import { type Problem } from '../../src/core/inventory/problem.js';
import { sha256Of } from '../../src/core/inventory/sha256-of.js';
import { statementsOf } from '../../src/core/inventory/statements-of.js';
import { inventoryEntries } from '../../src/core/inventory/inventory-entries.js';
import { inventoryExporters } from '../../src/exporters/inventory-registry.js';
import { importSources } from '../../src/importers/import-sources.js';

/** The inventory as text of one format. */
export function exportedInventory(format: string, snapshot: InventorySnapshot, problems: readonly Problem[] = []): string {
  const exporter = inventoryExporters.find(({ id }) => id === format);
  if (exporter === undefined) throw new Error(`there is no format ${format}`);
  return exporter.export({ snapshot, problems, unrecognised: [] });
}

/** The inventory that a scan of nothing but this document gives. */
export function scannedAgain(text: string): { readonly snapshot: InventorySnapshot; readonly problems: readonly Problem[] } {
  const { fragments, problems } = importSources([{ path: 'inventory.cdx.json', bytes: new TextEncoder().encode(text), sha256: sha256Of(text) }]);
  return { snapshot: assembleSnapshot(fragments, '2026-11-23T00:00:00.000Z'), problems };
}

/** All that an inventory says, without the files it was read from: records, contradictions, and for every statement of every field its value and confidence. */
export function saidBy(snapshot: InventorySnapshot): object {
  const { organisation, legalEntities, providers, licences, models, weights, lineage, deployments, dataFlows, contradictions } = snapshot;
  const statements = statementsOf(snapshot);
  const said = inventoryEntries(snapshot).map(({ key, record }) => {
    const all = statements(key, record);
    const facts = new Map<string, object[]>();
    for (const { pointer, value, origin } of all.flatMap((statement) => statement.facts)) facts.set(pointer, [...(facts.get(pointer) ?? []), { value, confidence: softened(origin.confidence) }]);
    return { key, statements: all.map(({ origin }) => softened(origin.confidence)), facts: Object.fromEntries(facts) };
  });
  const disputes = contradictions.map(({ record, pointer, decided, claims }) => ({ record, pointer, decided, claims: claims.map(({ value, confidence }) => ({ value, confidence: softened(confidence) })) })).sort((a, b) => byCodeUnit(`${a.record}${a.pointer}`, `${b.record}${b.pointer}`));
  return structuredClone({ organisation, legalEntities, providers, licences, models, weights, lineage, deployments, dataFlows, disputes, said });
}

/** What another verified is a declaration to whoever reads of it. */
const softened = (confidence: string): string => (confidence === 'verified' ? 'declared' : confidence);
