import { type FactOrigin } from '../../core/inventory/fact-origin.js';
import { type InventoryRecord } from '../../core/inventory/inventory-fragment.js';
import { type NounKind } from '../../core/inventory/noun-kind.js';
import { nounSchemas } from '../../core/inventory/noun-schemas.js';
import { type Problem } from '../../core/inventory/problem.js';
import { inputCaps } from '../input-caps.js';
import { type ParsedDocument } from '../parsed-document.js';
import { type PlacedFact } from './placed-fact.js';

interface Whole {
  readonly kind: NounKind;
  readonly id: string;
  readonly origin: FactOrigin;
}

/** A record of those facts that its kind allows; each of the others is a problem at its line. Nothing where not even the id is sound. */
export function soundRecord(file: string, document: ParsedDocument, { kind, id, origin }: Whole, facts: readonly PlacedFact[], problems: Problem[]): InventoryRecord[] {
  const schema = nounSchemas[kind].partial();
  const refuse = (fact: PlacedFact, reason: string): void => {
    problems.push({ file, ...document.placeOf(fact.at), code: 'invalid-value', message: `'${fact.pointer.slice(1).slice(0, 80)}' of ${kind} '${id.slice(0, 80)}' is not taken over: ${reason.slice(0, 200)}${reason.includes('; ') ? '' : '; correct the value'}` });
  };
  const kept = facts.filter((fact) => {
    const alone = schema.safeParse(valueOf([fact]));
    if (!alone.success) refuse(fact, alone.error.issues[0]?.message ?? 'it does not fit');
    return alone.success;
  });
  const value = valueOf(kept);
  const whole = schema.safeParse({ ...value, id });
  if (!whole.success) {
    problems.push({ file, ...document.placeOf([]), line: origin.line ?? 1, column: origin.column ?? 1, code: 'invalid-value', message: `${kind} '${id.slice(0, 80)}' is not taken over: ${whole.error.issues[0]?.message ?? 'it does not fit'}; correct its id and facts` });
    return [];
  }
  return [{ kind, id, value, origin, origins: Object.fromEntries(kept.map((fact) => [fact.pointer, fact.origin])) }];
}

/** Facts by pointer as one value; a pointer that would reach a prototype, or through a plain value, gives a value that no schema accepts. */
function valueOf(facts: readonly PlacedFact[]): Record<string, unknown> {
  const value: Record<string, unknown> = {};
  for (const fact of facts) {
    const keys = fact.pointer.slice(1).split('/');
    const last = keys.pop() ?? '';
    if ([...keys, last].some((key) => inputCaps.forbiddenKeys.has(key))) return { '': 'forbidden' };
    let at = value;
    for (const key of keys) {
      const next = (at[key] ??= {});
      if (typeof next !== 'object' || next === null || Array.isArray(next)) return { '': 'through a plain value' };
      at = next as Record<string, unknown>;
    }
    at[last] = fact.value;
  }
  return value;
}
