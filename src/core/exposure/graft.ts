import { type Resolved } from './resolved.js';
import { type FactUse, type PathOrigin } from './subject-view.js';

export interface Grafted {
  readonly origins: readonly PathOrigin[];
  readonly factUses: readonly FactUse[];
}

const grafts = new WeakMap<Resolved<unknown>, Map<string, Grafted>>();

/** Origins and facts of a shared view under the path at which another view holds it; the same arrays for every holder. */
export function graft(resolved: Resolved<unknown>, path: string): Grafted {
  const known = grafts.get(resolved) ?? new Map<string, Grafted>();
  grafts.set(resolved, known);
  const earlier = known.get(path);
  if (earlier) return earlier;
  const grafted = {
    origins: resolved.origins.map((origin) => ({ ...origin, path: path + origin.path })),
    factUses: resolved.factUses.map((use) => ({ ...use, path: path + use.path })),
  };
  known.set(path, grafted);
  return grafted;
}
