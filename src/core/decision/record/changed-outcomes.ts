import { type ConstraintVerdict } from '../choice/constraint-verdict.js';
import { type OptionConstraints } from './constraints-from-audit.js';
import { type DecideCase } from './decide-case.js';
import { newOutcomes } from './join-constraints.js';

/** A rule that comes out otherwise for an option than when the case was asked for; absent is that nothing blocked, or blocks, by it. */
export interface ChangedOutcome {
  readonly option: string;
  readonly rule: string;
  readonly was: ConstraintVerdict['verdict'] | null;
  readonly is: ConstraintVerdict['verdict'] | null;
  readonly because: string;
}

/**
 * What the packs say otherwise by now of the options of a case that was put up with what they said then.
 *
 * @param drafted the case as its author wrote it, without what the packs said
 */
export function changedOutcomes(given: DecideCase, drafted: DecideCase, found: OptionConstraints): readonly ChangedOutcome[] {
  return given.options.flatMap((option): readonly ChangedOutcome[] => {
    const { id, constraints } = option;
    const own = drafted.options.find((each) => each.id === id)?.constraints ?? [];
    const now = found[id] ?? [];
    const said = constraints.filter(({ rule, verdict }) => verdict !== 'pass' && !own.some((stated) => stated.rule === rule && stated.verdict === verdict));
    const fresh = newOutcomes(option, found).filter(({ verdict }) => verdict !== 'pass');
    const gone = said.filter(({ rule }) => !now.some((outcome) => outcome.rule === rule && outcome.verdict !== 'pass'));
    return [
      ...fresh.map(({ rule, verdict, because }) => ({ option: id, rule, was: said.find((outcome) => outcome.rule === rule)?.verdict ?? null, is: verdict, because })),
      ...gone.map(({ rule, verdict, because }) => ({ option: id, rule, was: verdict, is: null, because })),
    ];
  });
}
