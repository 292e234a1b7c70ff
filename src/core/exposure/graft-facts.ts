import { type Resolved } from './resolved.js';
import { type FactUse } from './subject-view.js';

/** The facts of a view under the path at which another view holds it; of a view that keeps its grafts, the same array for every holder at that path. */
export function graftFacts(resolved: Resolved<unknown>, path: string): readonly FactUse[] {
  const earlier = resolved.grafts?.get(path);
  if (earlier) return earlier;
  const facts = resolved.factUses.map((use) => ({ ...use, path: path + use.path }));
  resolved.grafts?.set(path, facts);
  return facts;
}
