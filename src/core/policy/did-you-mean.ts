import { nearestName } from '../inventory/nearest-name.js';

/** The candidate nearest to a misspelt name, as the end of a sentence, or nothing where none is near. */
export function didYouMean(name: string, candidates: Iterable<string>): string {
  const nearest = nearestName(name, candidates);
  return nearest === undefined ? '' : `; did you mean '${nearest}'?`;
}
