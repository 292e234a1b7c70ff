import { type Costs, type CostOption } from './cost-case.js';
import { capacityOf, type Capacity } from './capacity-of.js';
import { costSheet, type CostInput, type CostSheet } from './cost-sheet.js';
import { demandOf } from './demand-of.js';
import { drawInputs } from './draw-inputs.js';
import { energyOf } from './energy-of.js';
import { evaluateExactly, type ExactInputs } from './evaluate-exactly.js';
import { evaluateQuickly } from './evaluate-quickly.js';
import { Exact } from './exact.js';
import { exitAmounts } from './exit-amounts.js';
import { expression, type Expression } from './expression.js';
import { inputsOf } from './inputs-of.js';
import { optionBill, type OptionBill } from './option-bill.js';
import { optionLines } from './option-lines.js';

export interface ModelledOption {
  readonly option: CostOption;
  readonly bill: OptionBill;
  readonly exit: Expression;
  readonly capacity: Capacity | null;
  /** What one more million tokens costs on own machines; zero where power comes with the rent. */
  readonly marginal: Expression;
}

/** The case as formulas: exact at the stated values, sampled over the ranges. */
export interface CostModel {
  readonly inputs: ReadonlyMap<string, CostInput>;
  readonly demandTotal: Expression;
  readonly options: readonly ModelledOption[];
  readonly worth: ExactInputs;
  exactly(formula: Expression): Exact | null;
  /** The formula's value in every draw, in the order of the draws; the draws are common to all formulas. */
  sample(formula: Expression): Float64Array;
  /** One sentence per input the formulas lack. */
  missing(...formulas: readonly Expression[]): readonly string[];
}

function modelled(option: CostOption, costs: Costs, sheet: CostSheet): ModelledOption {
  const bill = optionBill(optionLines(option, costs, sheet), new Exact(costs.discountRate.value ?? 0), Number(costs.horizon.value));
  const exit = expression.sum(...exitAmounts(option, sheet).values());
  if (option.kind !== 'self-hosted') return { option, bill, exit, capacity: null, marginal: expression.zero };
  const path = `options/${option.id}`;
  const hours = sheet.quantity('hoursPerMonth', costs.hoursPerMonth);
  const capacity = capacityOf(option, path, sheet, demandOf(costs, sheet), hours);
  return { option, bill, exit, capacity, marginal: energyOf(option, path, sheet, capacity, hours)?.perMtok ?? expression.zero };
}

/** Writes the case down as formulas and prepares to evaluate them. */
export function costModel(costs: Costs): CostModel {
  const sheet = costSheet(costs);
  const options = costs.options.map((option) => modelled(option, costs, sheet));
  const { total: demandTotal } = demandOf(costs, sheet);
  const inputs = [...sheet.inputs.values()];
  const values = new Map(inputs.map(({ path, estimate }) => [path, new Exact(estimate.value ?? 0)]));
  const places = new Map(inputs.map(({ path }, index) => [path, index]));
  const worth: ExactInputs = (path) => values.get(path) ?? null;
  let drawn: readonly Float64Array[] | undefined;
  return {
    inputs: sheet.inputs,
    demandTotal,
    options,
    worth,
    exactly: (formula) => evaluateExactly(formula, worth),
    sample: (formula) => {
      drawn ??= drawInputs(inputs, costs.draws, costs.seed);
      const quick = evaluateQuickly(formula, places);
      return Float64Array.from(drawn, quick);
    },
    missing: (...formulas) => inputsOf(...formulas).flatMap((path) => (values.has(path) ? [] : [sheet.missing.get(path) ?? `${path} is missing; give it with its date and source`])),
  };
}
