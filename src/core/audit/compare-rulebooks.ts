import { bindPacks } from '../evaluation/bind-packs.js';
import { createJudge } from '../evaluation/create-judge.js';
import { type Verdict } from '../evaluation/verdict.js';
import { deriveSubjects } from '../exposure/derive-subjects.js';
import { type InventorySnapshot } from '../inventory/inventory-snapshot.js';
import { type CompiledPack } from '../policy/compiled-pack.js';
import { type Outcome } from '../policy/outcome.js';
import { type Severity } from '../policy/severity.js';
import { type ReferenceFacts } from '../reference/reference-facts.js';

/** What a rule says of a subject under one rulebook. */
export interface VerdictUnder {
  readonly outcome: Outcome;
  readonly severity: Severity;
}

/** A verdict that two rulebooks differ in; one side is absent where only the other asks. */
export interface ChangedVerdict {
  readonly pack: string;
  readonly ruleId: string;
  readonly subject: string;
  readonly element?: string;
  readonly before?: VerdictUnder;
  readonly after?: VerdictUnder;
  /** What the later rulebook says of it, where it is open. */
  readonly message?: string;
}

export interface RulebookComparison {
  /** Verdicts under the later rulebook. */
  readonly judged: number;
  /** How many verdicts change in which way, such as `pass > fail`; `none` where one side does not ask. */
  readonly totals: Readonly<Record<string, number>>;
  /** The first of the changes. */
  readonly changes: readonly ChangedVerdict[];
}

/** Judges one inventory by two rulebooks, subject by subject, and keeps what differs: outcomes, and the severity of what is open. */
export function compareRulebooks({ snapshot, reference, before, after, most }: { readonly snapshot: InventorySnapshot; readonly reference: ReferenceFacts; readonly before: readonly CompiledPack[]; readonly after: readonly CompiledPack[]; readonly most: number }): RulebookComparison {
  const [earlier, later] = [before, after].map((packs) => createJudge(bindPacks(packs), { asOf: snapshot.asOf }));
  const totals: Record<string, number> = {};
  const changes: ChangedVerdict[] = [];
  let judged = 0;
  for (const view of deriveSubjects(snapshot, reference, snapshot.asOf)) {
    const was = new Map((earlier?.(view) ?? []).map((verdict) => [keyOf(verdict), verdict]));
    const is = new Map((later?.(view) ?? []).map((verdict) => [keyOf(verdict), verdict]));
    judged += is.size;
    for (const key of new Set([...was.keys(), ...is.keys()])) {
      const [one, other] = [was.get(key), is.get(key)];
      if (sameVerdict(one, other)) continue;
      const way = `${one?.outcome ?? 'none'} > ${other?.outcome ?? 'none'}`;
      totals[way] = (totals[way] ?? 0) + 1;
      const shown = other ?? one;
      if (shown !== undefined && changes.length < most) changes.push(changeOf(shown, one, other));
    }
  }
  return { judged, totals, changes };
}

const keyOf = ({ pack, ruleId, element }: Verdict): string => JSON.stringify([pack, ruleId, element ?? null]);
const isOpen = ({ outcome }: Verdict): boolean => outcome === 'fail' || outcome === 'unknown' || outcome === 'error';

function sameVerdict(one: Verdict | undefined, other: Verdict | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return one.outcome === other.outcome && (!isOpen(one) || one.severity === other.severity);
}

function changeOf({ pack, ruleId, subject, element }: Verdict, one: Verdict | undefined, other: Verdict | undefined): ChangedVerdict {
  const under = ({ outcome, severity }: Verdict): VerdictUnder => ({ outcome, severity });
  return { pack, ruleId, subject, ...(element === undefined ? {} : { element }), ...(one === undefined ? {} : { before: under(one) }), ...(other === undefined ? {} : { after: under(other) }), ...(other?.message === undefined ? {} : { message: other.message }) };
}
