import { type SubjectView } from '../exposure/subject-view.js';
import { parseInstant } from '../policy/parse-instant.js';
import { type BoundPacks } from './bound-packs.js';
import { createRun, type EvaluationRun, visitOutcomes } from './evaluation-run.js';
import { createLeanings, factsByRule } from './fact-leanings.js';
import { type Ruling } from './ruling.js';
import { type UnverifiedFacts } from './settle-ruling.js';
import { type Verdict } from './verdict.js';
import { verdictOf } from './verdict-of.js';

export interface JudgeOptions {
  /** Day or instant, ISO 8601; the `now` of every rule. */
  readonly asOf: string;
  /** Whether a pass may lean on a known-but-unverified reference fact; it may unless told otherwise. */
  readonly unverifiedFacts?: UnverifiedFacts;
}

/** Gives the verdicts of every rule of its kind on one subject, in the order of packs, rules and elements. */
export type Judge = (view: SubjectView) => readonly Verdict[];

/**
 * Judges subjects one at a time, for audits too large to hold all verdicts at once.
 * @throws RangeError where `asOf` is no day or instant
 */
export function createJudge(packs: BoundPacks, { asOf, unverifiedFacts = 'accept' }: JudgeOptions): Judge {
  const now = parseInstant(asOf);
  if (now === undefined) throw new RangeError(`'${asOf}' is no instant; write a day such as 2026-11-23 or an instant such as 2026-11-23T09:00:00Z`);
  const run = createRun(packs, now);
  const leanings = createLeanings(packs);
  return (view) => {
    const facts = factsByRule(leanings, view.kind, view.factUses);
    const verdicts: Verdict[] = [];
    const seen = new Map<string, number>();
    visitOutcomes(run, view, (bound, element, outcome, error) => {
      const verdict = writeVerdict({ bound, view, element, outcome, error, facts: facts.get(bound) ?? noFacts }, run, unverifiedFacts);
      verdicts.push(bound.loop === undefined ? verdict : withDistinctElement(verdict, seen));
    });
    return verdicts;
  };
}

const noFacts: Ruling['facts'] = [];

/** A rule that breaks while it is explained is an error as well, never left out. */
function writeVerdict(ruling: Ruling, run: EvaluationRun, unverified: UnverifiedFacts): Verdict {
  try {
    return verdictOf(ruling, run, unverified);
  } catch (error) {
    return verdictOf({ ...ruling, outcome: 'error', error }, run, unverified);
  }
}

/** Elements of one rule that bear the same key are told apart by their order; `seen` counts them by key. */
function withDistinctElement(verdict: Verdict, seen: Map<string, number>): Verdict {
  if (verdict.element === undefined) return verdict;
  const key = `${verdict.pack} ${verdict.ruleId} ${verdict.element}`;
  const before = seen.get(key) ?? 0;
  seen.set(key, before + 1);
  return before === 0 ? verdict : { ...verdict, element: `${verdict.element}#${before + 1}` };
}
