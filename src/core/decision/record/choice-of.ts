import { choiceDraws } from '../choice/choice-draws.js';
import { type ChoiceInput } from '../choice/choice-input.js';
import { choose } from '../choice/choose.js';
import { chooseVerdict } from '../choice/choose-verdict.js';
import { unaskedRules } from '../choice/unasked-rules.js';
import { type CostResult } from '../cost/cost-result.js';
import { type DecideCase } from './decide-case.js';
import { scoresFromCosts } from './scores-from-costs.js';

/** Chooses among the options of a case, the cost criteria read from the costs it is given. */
export interface Chooser {
  whole(costs: CostResult | null): ReturnType<typeof choose>;
  verdict(costs: CostResult): ReturnType<typeof chooseVerdict>;
}

/** A chooser for one case; what it drew once it does not draw again. */
export function choiceOf(decide: DecideCase): Chooser {
  const made = choiceDraws();
  const { criteria, weighting, convention, seed, draws, weightSpace, asOf } = decide;
  const inputOf = (costs: CostResult | null): ChoiceInput => {
    const options = decide.options.map(({ id, constraints, feasibility, scores }) => ({
      id,
      constraints: constraints.length === 0 ? [unaskedRules] : constraints,
      feasibility,
      scores: costs === null ? scores : { ...scores, ...scoresFromCosts(id, criteria, costs, asOf) },
    }));
    return { options, criteria, weighting, convention, seed, draws, weightSpace };
  };
  return { whole: (costs) => choose(inputOf(costs), made), verdict: (costs) => chooseVerdict(inputOf(costs), made) };
}
