import { canonicalJson } from './canonical-json.js';
import { type Confidence } from './confidence.js';
import { type Contradiction } from './contradiction.js';
import { type FragmentSource } from './inventory-fragment.js';
import { claimsByPointer, type SourcedClaim, type SourcedRecord } from './sourced-claims.js';

/** A statement outranks an inference, an inference outranks a name that could not be looked up. */
const rankOf: Readonly<Record<Confidence, number>> = { verified: 2, declared: 2, contradicted: 2, stale: 2, inferred: 1, unresolved: 0 };

export interface AssembledRecord {
  readonly value: Readonly<Record<string, unknown>>;
  readonly contradictions: readonly Contradiction[];
}

/** Joins what several sources say of one record; `key` names it in contradictions. */
export function assembleRecord(key: string, records: readonly SourcedRecord[], sources: readonly FragmentSource[]): AssembledRecord {
  const only = records.length === 1 ? records[0]?.record.value : undefined;
  if (only !== undefined && isWhole(only)) return { value: only, contradictions: [] };
  const value: Record<string, unknown> = {};
  const contradictions: Contradiction[] = [];
  for (const [pointer, claims] of claimsByPointer(records)) {
    const { winners, contradiction } = weigh(key, pointer, claims, sources);
    if (contradiction) contradictions.push(contradiction);
    if (winners) place(value, pointer, winners.value);
  }
  return { value, contradictions };
}

/** Whether a value says something everywhere, so that it can stand as it is and be shared with its source. */
function isWhole(value: Readonly<Record<string, unknown>>): boolean {
  const members = Object.values(value);
  return members.length > 0 && members.every((member) => member !== undefined && member !== null && (typeof member !== 'object' || Array.isArray(member) || isWhole(member as Readonly<Record<string, unknown>>)));
}

function weigh(key: string, pointer: string, claims: readonly SourcedClaim[], sources: readonly FragmentSource[]): { winners?: SourcedClaim; contradiction?: Contradiction } {
  const first = claims[0];
  if (first === undefined) return {};
  if (claims.length === 1) return { winners: first };
  const texts = new Set(claims.map((claim) => canonicalJson(claim.value)));
  if (texts.size === 1) return { winners: first };
  const highest = Math.max(...claims.map((claim) => rankOf[claim.origin.confidence]));
  const statements = claims.filter((claim) => rankOf[claim.origin.confidence] === highest);
  const decided = new Set(statements.map((claim) => canonicalJson(claim.value))).size === 1;
  const contradiction: Contradiction = {
    record: key,
    pointer,
    decided,
    claims: claims.map(({ value, origin, source }) => ({
      value,
      source: sources[source]?.path ?? '',
      ...(origin.line === undefined ? {} : { line: origin.line }),
      ...(origin.column === undefined ? {} : { column: origin.column }),
      confidence: origin.confidence,
    })),
  };
  const winner = statements[0];
  return decided && winner ? { winners: winner, contradiction } : { contradiction };
}

function place(target: Record<string, unknown>, pointer: string, value: unknown): void {
  const keys = pointer.slice(1).split('/').map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  const last = keys.pop() ?? '';
  let at = target;
  for (const key of keys) {
    const next = at[key];
    if (typeof next === 'object' && next !== null && !Array.isArray(next)) at = next as Record<string, unknown>;
    else at = at[key] = {};
  }
  at[last] = value;
}
