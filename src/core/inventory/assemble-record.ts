import { canonicalJson } from './canonical-json.js';
import { type Confidence } from './confidence.js';
import { type Contradiction } from './contradiction.js';
import { fieldClaims, type FieldClaim } from './field-claims.js';
import { type FragmentSource, type InventoryRecord } from './inventory-fragment.js';
import { type FieldOrigin } from './inventory-snapshot.js';

/** A statement outranks an inference, an inference outranks a name that could not be looked up. */
const rankOf: Readonly<Record<Confidence, number>> = { verified: 2, declared: 2, contradicted: 2, stale: 2, inferred: 1, unresolved: 0 };

export interface SourcedRecord {
  readonly record: InventoryRecord;
  readonly source: number;
}

export interface AssembledRecord {
  readonly value: Record<string, unknown>;
  readonly origins: ReadonlyMap<string, readonly FieldOrigin[]>;
  readonly contradictions: readonly Contradiction[];
}

interface SourcedClaim extends FieldClaim {
  readonly source: number;
}

/** Joins what several sources say of one record; `key` names it in contradictions. */
export function assembleRecord(key: string, records: readonly SourcedRecord[], sources: readonly FragmentSource[]): AssembledRecord {
  const value: Record<string, unknown> = {};
  const origins = new Map<string, readonly FieldOrigin[]>();
  const contradictions: Contradiction[] = [];
  origins.set('', records.map(({ record, source }) => ({ ...record.origin, source })));
  for (const { record, source } of records) for (const [pointer, origin] of Object.entries(record.origins)) note(origins, pointer, { ...origin, source });

  for (const [pointer, claims] of claimsByPointer(records)) {
    const { winners, contradiction } = weigh(key, pointer, claims, sources);
    if (contradiction) contradictions.push(contradiction);
    origins.set(pointer, claims.map(({ origin, source }) => ({ ...origin, ...(contradiction ? { confidence: 'contradicted' as const } : {}), source })));
    if (winners) place(value, pointer, winners.value);
  }
  const only = records.length === 1 ? records[0]?.record.value : undefined;
  return { value: only !== undefined && isWhole(only) ? { ...only } : value, origins, contradictions };
}

/** Whether a value says something everywhere, so that it can stand as it is and be shared with its source. */
function isWhole(value: Readonly<Record<string, unknown>>): boolean {
  const members = Object.values(value);
  return members.length > 0 && members.every((member) => member !== undefined && member !== null && (typeof member !== 'object' || Array.isArray(member) || isWhole(member as Readonly<Record<string, unknown>>)));
}

function note(origins: Map<string, readonly FieldOrigin[]>, pointer: string, origin: FieldOrigin): void {
  origins.set(pointer, [...(origins.get(pointer) ?? []), origin]);
}

function claimsByPointer(records: readonly SourcedRecord[]): Map<string, SourcedClaim[]> {
  const byPointer = new Map<string, SourcedClaim[]>();
  for (const { record, source } of records) {
    for (const claim of fieldClaims(record)) {
      const claims = byPointer.get(claim.pointer);
      if (claims) claims.push({ ...claim, source });
      else byPointer.set(claim.pointer, [{ ...claim, source }]);
    }
  }
  return byPointer;
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
