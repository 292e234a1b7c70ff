import { walkLineage } from '../exposure/lineage/walk-lineage.js';
import { openExposure } from '../exposure/open-exposure.js';
import { type InventorySnapshot } from '../inventory/inventory-snapshot.js';
import { recordKey } from '../inventory/record-key.js';
import { type ReferenceFacts } from '../reference/reference-facts.js';

/** Which live deployments a finding concerns: its own, or those whose model is, or was made from, the one it speaks of. None for the organisation as a whole. */
export function deploymentsOfFinding(snapshot: InventorySnapshot, reference: ReferenceFacts): (subject: string) => readonly string[] {
  const context = openExposure(snapshot, reference, snapshot.asOf);
  const bySubject = new Map<string, string[]>();
  const add = (subject: string, deployment: string): void => void bySubject.set(subject, [...(bySubject.get(subject) ?? []), deployment]);
  for (const { id, model, status } of snapshot.deployments) {
    if (status === 'retired') continue;
    add(recordKey('deployment', id), id);
    if (model === undefined) continue;
    for (const each of [model, ...walkLineage(context, model).ancestors.map((ancestor) => ancestor.model)]) add(recordKey('model', each), id);
  }
  return (subject) => bySubject.get(subject) ?? [];
}
