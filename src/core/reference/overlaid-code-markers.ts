import type { CodeMarker, CodeMarkers } from './code-markers.js';
import type { Overlaid } from './reference-facts.js';

/** The shipped marks with an organisation's own before them: of two that claim one name, the first counts, and one of the same id takes the place of the shipped one. */
export function overlaidCodeMarkers({ codeMarkers }: CodeMarkers, own: readonly Overlaid<CodeMarker>[]): { readonly codeMarkers: readonly Overlaid<CodeMarker>[] } {
  const replaced = new Set(own.map(({ id }) => id));
  return { codeMarkers: [...own, ...codeMarkers.filter(({ id }) => !replaced.has(id))] };
}
