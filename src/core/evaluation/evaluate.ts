import { type SubjectView } from '../exposure/subject-view.js';
import { type CompiledPack } from '../policy/compiled-pack.js';
import { type Outcome } from '../policy/outcome.js';
import { bindPacks } from './bind-packs.js';
import { type BoundPacks } from './bound-packs.js';
import { createJudge, type JudgeOptions } from './create-judge.js';
import { type Verdict } from './verdict.js';

export interface EvaluationInput extends JudgeOptions {
  readonly packs: readonly CompiledPack[];
  readonly subjects: Iterable<SubjectView>;
  /** `non-pass` leaves out passes and not-applicable verdicts, which are then only counted. */
  readonly keep?: 'all' | 'non-pass';
}

/** How often a rule came out as what. */
export interface RuleCounts {
  readonly ruleId: string;
  readonly pack: string;
  readonly counts: Readonly<Record<Outcome, number>>;
}

export interface Evaluation {
  /** In the order of subjects, packs, rules and elements. */
  readonly verdicts: readonly Verdict[];
  /** One entry for every enabled rule, in the order of packs and rules. */
  readonly counts: readonly RuleCounts[];
}

/**
 * Asks every enabled rule about every subject of its kind.
 * @throws RangeError where `asOf` is no day or instant
 */
export function evaluate(input: EvaluationInput): Evaluation {
  const packs = bindPacks(input.packs);
  const counts = emptyCounts(packs);
  const verdicts: Verdict[] = [];
  const judge = createJudge(packs, input);
  for (const view of input.subjects) {
    for (const verdict of judge(view)) {
      const count = counts.get(`${verdict.pack} ${verdict.ruleId}`);
      if (count !== undefined) count.counts[verdict.outcome] += 1;
      if (input.keep !== 'non-pass' || (verdict.outcome !== 'pass' && verdict.outcome !== 'not-applicable')) verdicts.push(verdict);
    }
  }
  return { verdicts, counts: [...counts.values()] };
}

function emptyCounts(packs: BoundPacks): Map<string, { ruleId: string; pack: string; counts: Record<Outcome, number> }> {
  const counts = new Map<string, { ruleId: string; pack: string; counts: Record<Outcome, number> }>();
  for (const pack of packs.packs) {
    for (const rule of pack.rules) {
      if (rule.enabled) counts.set(`${pack.id} ${rule.id}`, { ruleId: rule.id, pack: pack.id, counts: { pass: 0, fail: 0, unknown: 0, 'not-applicable': 0, error: 0 } });
    }
  }
  return counts;
}
