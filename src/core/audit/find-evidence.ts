import { type Evidence } from '../inventory/evidence.js';
import { evidenceOf } from '../inventory/evidence-of.js';
import { type InventorySnapshot } from '../inventory/inventory-snapshot.js';
import { type SubjectView } from '../exposure/subject-view.js';

export interface TracedPath {
  readonly evidence: readonly Evidence[];
  /** How many steps of the path below its record the evidence covers; 0 is the record as a whole. */
  readonly depth: number;
}

/** The evidence in the inventory behind a path that a rule reads, such as `deployment.model.licence.expression`. */
export type EvidenceFinder = (path: string) => TracedPath;

/** Looks for evidence behind what a subject shows; several findings on one subject ask for the same paths. */
export function findEvidence(snapshot: InventorySnapshot, view: SubjectView): EvidenceFinder {
  const known = new Map<string, TracedPath>();
  return (path) => {
    const earlier = known.get(path);
    if (earlier !== undefined) return earlier;
    const traced = evidenceAt(snapshot, view, path);
    known.set(path, traced);
    return traced;
  };
}

function evidenceAt(snapshot: InventorySnapshot, view: SubjectView, path: string): TracedPath {
  let best: { readonly path: string; readonly record: string; readonly pointer: string } | undefined;
  for (const origin of view.origins) if (isAtOrBelow(path, origin.path) && (best === undefined || origin.path.length > best.path.length)) best = origin;
  if (best === undefined) return { evidence: [], depth: 0 };
  const pointer = best.pointer + toPointer(path.slice(best.path.length));
  const origins = snapshot.origins.get(best.record);
  let known = pointer;
  while (known !== '' && origins?.has(known) !== true) known = known.slice(0, known.lastIndexOf('/'));
  return { evidence: evidenceOf(snapshot, best.record, known), depth: known === '' ? 0 : known.split('/').length - 1 };
}

const isAtOrBelow = (path: string, above: string): boolean => path === above || (path.startsWith(above) && (path[above.length] === '.' || path[above.length] === '['));

/** `.place.region` and `[1].country` as JSON pointers. */
function toPointer(steps: string): string {
  return steps.replaceAll('[', '.').replaceAll(']', '').split('.').filter((step) => step !== '').map((step) => `/${step}`).join('');
}
