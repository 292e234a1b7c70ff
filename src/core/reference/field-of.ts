import type { FactProvenance } from './fact-record.js';
import type { FactResult } from './fact-result.js';
import { judgeFact } from './judge-fact.js';
import type { ReferenceFacts } from './reference-facts.js';

/** One field of a record found earlier, with the confidence of that field rather than of the record. `path` is the field's name in the record. */
export function fieldOf<Fact extends FactProvenance, Field>(
  reference: ReferenceFacts,
  found: FactResult<Fact>,
  path: string,
  pick: (record: Fact) => Field,
  asOf: string,
): FactResult<Field> {
  if (found.value === undefined) return { ...found, value: undefined };
  const judged = judgeFact(found.fact, found.value, pick(found.value), asOf, reference.data.review, { path });
  return found.state === 'stale' || judged.state !== 'not-yet-known' ? judged : { ...judged, value: pick(found.value), state: judged.confidence === 'known-but-unverified' ? 'unverified' : found.state };
}
