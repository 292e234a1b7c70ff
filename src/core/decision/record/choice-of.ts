import { choose } from '../choice/choose.js';
import { type Choice } from '../choice/choice-result.js';
import { choiceDraws } from '../choice/choice-draws.js';
import { unaskedRules } from '../choice/unasked-rules.js';
import { type CostResult } from '../cost/cost-result.js';
import { type DecideCase } from './decide-case.js';
import { scoresFromCosts } from './scores-from-costs.js';

/** Chooses among the options of a case, the cost criteria read from the costs it is given. */
export type Chooser = (costs: CostResult | null, depth?: 'whole' | 'verdict') => Choice;

/** A chooser for one case; what it drew once it does not draw again. */
export function choiceOf(decide: DecideCase): Chooser {
  const made = choiceDraws();
  const { criteria, weighting, convention, seed, draws, weightSpace, asOf } = decide;
  return (costs, depth = 'whole') => {
    const options = decide.options.map(({ id, constraints, feasibility, scores }) => ({
      id,
      constraints: constraints.length === 0 ? [unaskedRules] : constraints,
      feasibility,
      scores: costs === null ? scores : { ...scores, ...scoresFromCosts(id, criteria, costs, asOf) },
    }));
    return choose({ options, criteria, weighting, convention, seed, draws, weightSpace }, made, depth);
  };
}
