import { subjectsInScope } from '../exposure/subjects-in-scope.js';
import { byCodeUnit } from '../inventory/by-code-unit.js';
import { type InventorySnapshot } from '../inventory/inventory-snapshot.js';
import { type AuditedPart } from './audited-part.js';

/** What changes since an earlier audit affect. */
export interface AffectedPart {
  /** Keys of subjects, also of those that are gone by now. */
  readonly subjects: readonly string[];
  /** Revision of the register that was audited before. */
  readonly since: number;
}

/** Those of the affected subjects that are still there. */
export function remainingPart(snapshot: InventorySnapshot, { subjects, since }: AffectedPart): AuditedPart {
  const scope = subjectsInScope(snapshot);
  return { only: [`affected since revision ${since}`], subjects: subjects.filter((subject) => scope.has(subject)).sort(byCodeUnit), of: scope.size };
}
