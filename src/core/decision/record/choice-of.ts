import { choose } from '../choice/choose.js';
import { type Choice } from '../choice/choice-result.js';
import { type CostResult } from '../cost/cost-result.js';
import { type DecideCase } from './decide-case.js';
import { scoresFromCosts } from './scores-from-costs.js';

/** Chooses among the options of a case, the cost criteria read from `costs`. */
export function choiceOf(decide: DecideCase, costs: CostResult | null): Choice {
  return choose({
    options: decide.options.map(({ id, constraints, feasibility, scores }) => ({
      id,
      constraints,
      feasibility,
      scores: costs === null ? scores : { ...scores, ...scoresFromCosts(id, decide.criteria, costs, decide.asOf) },
    })),
    criteria: decide.criteria,
    weighting: decide.weighting,
    convention: decide.convention,
    seed: decide.seed,
    draws: decide.draws,
    weightSpace: decide.weightSpace,
  });
}
