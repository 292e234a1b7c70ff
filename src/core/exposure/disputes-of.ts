import { type Contradiction } from '../inventory/contradiction.js';

/** JSON pointers on which sources contradict each other with no side chosen, by record key. */
export function disputesOf(contradictions: readonly Contradiction[]): ReadonlyMap<string, ReadonlySet<string>> {
  const disputes = new Map<string, Set<string>>();
  for (const { record, pointer, decided } of contradictions) {
    if (decided) continue;
    disputes.set(record, (disputes.get(record) ?? new Set()).add(pointer));
  }
  return disputes;
}
