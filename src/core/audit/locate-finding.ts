import { type Evidence } from '../inventory/evidence.js';
import { type SubjectKind } from '../exposure/subject-view.js';
import { type FindingOfResult } from './audit-result.js';
import { type EvidenceFinder } from './find-evidence.js';

/**
 * The line to change: of the first of `paths` that some source states itself, else of the nearest thing above one of them,
 * else of the subject's own record. Paths are tried in the order given.
 */
export function locateFinding(kind: SubjectKind, paths: readonly string[], evidenceAt: EvidenceFinder): FindingOfResult['location'] {
  let best: { readonly evidence: Evidence; readonly depth: number } | undefined;
  for (const path of [...paths, kind]) {
    const { evidence, depth } = evidenceAt(path);
    const lined = evidence.find(({ line }) => line !== undefined);
    if (lined !== undefined && (best === undefined || depth > best.depth)) best = { evidence: lined, depth };
    if (best !== undefined && best.depth > 0) break;
  }
  return best === undefined ? null : { file: best.evidence.source, line: best.evidence.line ?? 1, column: best.evidence.column ?? 1 };
}
