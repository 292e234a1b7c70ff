import { type Evidence } from '../inventory/evidence.js';
import { type InventorySnapshot } from '../inventory/inventory-snapshot.js';
import { type SubjectView } from '../exposure/subject-view.js';
import { type FindingOfResult } from './audit-result.js';
import { evidenceAt } from './evidence-at.js';

/**
 * The line to change: of the first of `paths` that some source states itself, else of the nearest thing above one of them,
 * else of the subject's own record. Paths are tried in the order given.
 */
export function locateFinding(snapshot: InventorySnapshot, view: SubjectView, paths: readonly string[]): FindingOfResult['location'] {
  let best: { readonly evidence: Evidence; readonly depth: number } | undefined;
  for (const path of [...paths, view.kind]) {
    const { evidence, depth } = evidenceAt(snapshot, view, path);
    const lined = evidence.find(({ line }) => line !== undefined);
    if (lined !== undefined && (best === undefined || depth > best.depth)) best = { evidence: lined, depth };
    if (best !== undefined && best.depth > 0) break;
  }
  return best === undefined ? null : { file: best.evidence.source, line: best.evidence.line ?? 1, column: best.evidence.column ?? 1 };
}
