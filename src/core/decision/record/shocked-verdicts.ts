import { type CostFigure } from '../cost/cost-figure.js';
import { type CostResult } from '../cost/cost-result.js';
import { type Costs } from '../cost/cost-case.js';
import { type EvaluatedFormulas } from '../cost/evaluated-formulas.js';
import { costsUnder } from '../cost/shock-costs.js';
import { compareShocked } from '../cost/compare-shocked.js';
import { type Chooser } from './choice-of.js';
import { type ShockedVerdict } from './decision-record.js';

/** The verdict under every shock of the case. Anchors stay as agreed, so a shock may carry a cost beyond them; then there is no verdict. */
export function shockedVerdicts(chooser: Chooser, figures: readonly CostFigure[], costs: Costs, before: CostResult, known: EvaluatedFormulas, leader: string | null): readonly ShockedVerdict[] {
  return costs.shocks.map((shock) => {
    const after = costsUnder(shock, costs, figures, known);
    const choice = chooser.verdict(after);
    const verdict = choice.kind === 'chosen' ? choice.verdict : null;
    return {
      id: shock.id,
      title: shock.title,
      costs: compareShocked(shock, before, after, costs.currency),
      verdict,
      refused: choice.kind === 'refused' ? choice.problems.map(({ message }) => message) : [],
      changesLead: verdict !== null && verdict.option !== leader,
    };
  });
}
