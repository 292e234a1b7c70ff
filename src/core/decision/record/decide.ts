import { type ChoiceResult } from '../choice/choice-result.js';
import { costModel, type CostModel } from '../cost/cost-model.js';
import { type CostResult } from '../cost/cost-result.js';
import { type Costs } from '../cost/cost-case.js';
import { evaluatedFormulas, type EvaluatedFormulas } from '../cost/evaluated-formulas.js';
import { estimateCosts } from '../cost/estimate-costs.js';
import { choiceOf, type Chooser } from './choice-of.js';
import { type DecideCase, type DecideOption } from './decide-case.js';
import { type ConsideredOption, type DecisionRecord } from './decision-record.js';
import { inputHash } from './input-hash.js';
import { inputSwitchPoints } from './input-switch-points.js';
import { openQuestions } from './open-questions.js';
import { optionTemplates } from './option-template.js';
import { reviewTriggers } from './review-triggers.js';
import { shockedVerdicts } from './shocked-verdicts.js';

/** Why there is no record, and the keys in the case that lead to it. */
export interface DecisionProblem {
  readonly at: readonly (string | number)[];
  readonly message: string;
}

/** A record; or the hash that awaits approval, with no score shown; or one sentence per reason why there is neither. */
export type Decision =
  | { readonly kind: 'decided'; readonly record: DecisionRecord }
  | { readonly kind: 'awaiting-approval'; readonly inputHash: string }
  | { readonly kind: 'refused'; readonly problems: readonly DecisionProblem[] };

export interface DecideSettings {
  /** Name and version of the engine, kept in the record. */
  readonly engine: string;
  /** Show scores of inputs nobody approved; the record is marked and is not one. */
  readonly whatIf: boolean;
}

function rejection(option: DecideOption, chosen: string | null, choice: ChoiceResult): readonly string[] {
  const judged = choice.options.find(({ id }) => id === option.id);
  if (judged !== undefined && judged.state !== 'admissible') return judged.because;
  if (option.id === chosen) return [];
  const [own, best] = [option.id, chosen].map((id) => choice.ranking.find((ranked) => ranked.option === id));
  if (own === undefined || best === undefined) return [];
  const behind = Object.keys(own.values).filter((id) => (own.values[id]?.value ?? 0) < (best.values[id]?.value ?? 0));
  const dominated = choice.dominance.some(({ dominator, dominated: loser }) => dominator === best.option && loser === own.option);
  const value = `rank ${own.rank}: weighted value ${(own.value.value ?? 0).toFixed(3)} against ${(best.value.value ?? 0).toFixed(3)} of ${best.option}`;
  return [dominated ? `${value}; ${best.option} is at least as good on every criterion` : behind.length === 0 ? value : `${value}; behind on ${behind.join(', ')}`];
}

const considered = (option: DecideOption, chosen: string | null, choice: ChoiceResult): ConsideredOption => {
  const judged = choice.options.find(({ id }) => id === option.id);
  return {
    id: option.id,
    template: option.template,
    title: option.title,
    state: judged?.state ?? 'blocked',
    rank: choice.ranking.find((ranked) => ranked.option === option.id)?.rank ?? null,
    rejectedBecause: rejection(option, chosen, choice),
    acceptedUnderWaiver: judged?.waived ?? [],
    consequences: option.consequences,
    residualRisks: option.residualRisks,
    evidence: optionTemplates.find(({ id }) => id === option.template)?.evidence ?? [],
  };
};

interface Costed {
  readonly costs: Costs;
  readonly model: CostModel;
  readonly result: CostResult;
  readonly known: EvaluatedFormulas;
}

function costedCase(given: DecideCase): Costed | null {
  if (given.costs === undefined) return null;
  const costs: Costs = { ...given.costs, asOf: given.asOf };
  const known = evaluatedFormulas();
  const model = costModel(costs, known);
  return { costs, model, result: estimateCosts(costs, model), known };
}

function compose(decide: DecideCase, hash: string, settings: DecideSettings, choice: ChoiceResult, chooser: Chooser, costed: Costed | null): DecisionRecord {
  const chosen = decide.decision?.option ?? choice.verdict.option;
  const switches = costed === null ? [] : inputSwitchPoints(decide.criteria, choice, costed.model);
  const shocks = costed === null ? [] : shockedVerdicts(chooser, decide.criteria.flatMap(({ from }) => from ?? []), costed.costs, costed.result, costed.known, choice.verdict.option);
  return {
    schema: 'domicile/decision-record/1',
    engine: settings.engine,
    id: decide.id,
    title: decide.title,
    deployment: decide.deployment ?? null,
    status: decide.approval === undefined ? 'what-if' : decide.decision === undefined ? 'proposed' : 'accepted',
    date: decide.asOf,
    decisionMakers: decide.decisionMakers,
    context: decide.context,
    drivers: decide.drivers,
    options: decide.options.map((option) => considered(option, chosen, choice)),
    leftOut: decide.leftOut,
    outcome: choice.verdict,
    decision: decide.decision ?? null,
    confirmation: decide.confirmation,
    residualRisks: decide.options.find(({ id }) => id === chosen)?.residualRisks ?? [],
    reviewTriggers: reviewTriggers(decide, { choice, switches, shocks, costs: costed?.result ?? null, model: costed?.model ?? null, inputHash: hash }, chosen),
    inputSwitchPoints: switches,
    inputHash: `sha256:${hash}`,
    approval: decide.approval ?? null,
    seed: decide.seed,
    draws: decide.draws,
    dataVersions: decide.dataVersions,
    choice,
    costs: costed?.result ?? null,
    shocks,
    inputs: decide,
  };
}

/** Composes the decision record of a case. Without approval of exactly these inputs nothing is scored, unless what-if is asked for. */
export function decide(given: DecideCase, settings: DecideSettings): Decision {
  const hash = inputHash(given);
  if (given.approval === undefined && !settings.whatIf) return { kind: 'awaiting-approval', inputHash: hash };
  const open = given.approval === undefined ? [] : openQuestions(given);
  if (open.length > 0) return { kind: 'refused', problems: open.map(({ at, where, asks }) => ({ at, message: `the inputs were approved while ${where} still says 'fill in'; write ${asks}, and have them approved anew` })) };
  if (given.approval !== undefined && given.approval.inputHash !== hash)
    return { kind: 'refused', problems: [{ at: ['approval', 'inputHash'], message: `the inputs were approved as ${given.approval.inputHash} on ${given.approval.approvedOn} and are now ${hash}; undo the change, or have the inputs approved anew` }] };
  const costed = costedCase(given);
  const chooser = choiceOf(given);
  const choice = chooser.whole(costed?.result ?? null);
  if (choice.kind === 'refused') return { kind: 'refused', problems: choice.problems.map(({ criterion, message }) => ({ at: criterion === null ? ['weighting'] : ['criteria', given.criteria.findIndex(({ id }) => id === criterion), 'anchors'], message })) };
  const signed = choice.result.options.find(({ id }) => id === given.decision?.option);
  if (signed !== undefined && signed.state !== 'admissible') return { kind: 'refused', problems: [{ at: ['decision', 'option'], message: `the decision takes ${signed.id}, which is ${signed.state} (${signed.because.join('; ')}); take an admissible option or have what blocks it waived` }] };
  return { kind: 'decided', record: compose(given, hash, settings, choice.result, chooser, costed) };
}
