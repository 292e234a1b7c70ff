import { type FleetOverview, overlookSnapshot } from '../exposure/fleet-overview.js';
import { modelsInScope } from '../exposure/models-in-scope.js';
import { type ScopedInventory } from '../exposure/scoped-inventory.js';
import { subjectsInScope } from '../exposure/subjects-in-scope.js';
import { byCodeUnit } from '../inventory/by-code-unit.js';
import { type AuditedPart } from './audited-part.js';

/** What changes since an earlier audit affect. */
export interface AffectedPart {
  /** Keys of subjects, also of those that are gone by now. */
  readonly subjects: readonly string[];
  /** Revision of the register that was audited before. */
  readonly since: number;
}

/** Those of the affected subjects that are still there. Where the snapshot holds them and not the whole inventory, `overview` is of the whole. */
export function remainingPart(snapshot: ScopedInventory, { subjects, since }: AffectedPart, overview: FleetOverview = overlookSnapshot(snapshot)): AuditedPart {
  const scope = subjectsInScope(snapshot, overview);
  const of = (snapshot.organisation === undefined ? 0 : 1) + overview.subjects.deployments + overview.subjects.looseFlows + modelsInScope(snapshot, overview).length;
  return { only: [`affected since revision ${since}`], subjects: subjects.filter((subject) => scope.has(subject)).sort(byCodeUnit), of };
}
