import { type Contradiction } from './contradiction.js';
import { type FieldOrigin, type InventorySnapshot } from './inventory-snapshot.js';
import { valueAt } from './value-at.js';

export interface StatedFact {
  /** JSON pointer of the field. */
  readonly pointer: string;
  readonly value: unknown;
  /** With the confidence of the statement itself, also where another contradicts it. */
  readonly origin: FieldOrigin;
}

/** What one source says of one record in one place. */
export interface Statement {
  readonly origin: FieldOrigin;
  readonly facts: readonly StatedFact[];
}

/** Takes the records of a snapshot apart again: who stated which field with which value. Joined, the statements give the same records and contradictions. */
export function statementsOf(snapshot: InventorySnapshot): (key: string, record: object) => readonly Statement[] {
  const disputed = new Map<string, Map<string, Contradiction>>();
  for (const contradiction of snapshot.contradictions) {
    const ofRecord = disputed.get(contradiction.record) ?? new Map<string, Contradiction>();
    disputed.set(contradiction.record, ofRecord.set(contradiction.pointer, contradiction));
  }
  return (key, record) => {
    const origins = snapshot.origins.get(key) ?? new Map<string, readonly FieldOrigin[]>();
    const statements = (origins.get('') ?? []).map((origin) => ({ origin, facts: [] as StatedFact[] }));
    for (const [pointer, stated] of origins) {
      if (pointer === '') continue;
      const claims = disputed.get(key)?.get(pointer)?.claims;
      const value = valueAt(record, pointer);
      if (claims === undefined && (value === undefined || (typeof value === 'object' && value !== null && !Array.isArray(value)))) continue;
      let next = 0;
      stated.forEach((origin, index) => {
        while (next < statements.length && statements[next]?.origin.source !== origin.source) next++;
        const claim = claims?.[index];
        statements[next++]?.facts.push(claim === undefined ? { pointer, value, origin } : { pointer, value: claim.value, origin: { ...origin, confidence: claim.confidence } });
      });
    }
    return statements;
  };
}
