import { type Costs, type CostOption } from './cost-case.js';
import { capacityOf, type Capacity } from './capacity-of.js';
import { costSheet, type CostInput, type CostSheet } from './cost-sheet.js';
import { demandOf } from './demand-of.js';
import { drawInput } from './draw-input.js';
import { energyOf } from './energy-of.js';
import { evaluateExactly, type ExactInputs } from './evaluate-exactly.js';
import { evaluateDraws } from './evaluate-draws.js';
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
  /** The formula's value in every draw, in the order of the draws, which are common to all formulas. Not to be changed. */
  sample(formula: Expression): Float64Array;
  /** The same values in rising order. Not to be changed. */
  sorted(formula: Expression): Float64Array;
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

/** Draws of inputs by seed, path and range: what one model drew, another of the same case need not draw again. */
export type DrawnInputs = Map<string, Float64Array>;

/** Writes the case down as formulas and prepares to evaluate them. */
export function costModel(costs: Costs, columns: DrawnInputs = new Map()): CostModel {
  const sheet = costSheet(costs);
  const options = costs.options.map((option) => modelled(option, costs, sheet));
  const { total: demandTotal } = demandOf(costs, sheet);
  const inputs = [...sheet.inputs.values()];
  const values = new Map(inputs.map(({ path, estimate }) => [path, new Exact(estimate.value ?? 0)]));
  const worth: ExactInputs = (path) => values.get(path) ?? null;
  const column = (path: string): Float64Array | undefined => {
    const input = sheet.inputs.get(path);
    if (input === undefined) return undefined;
    const { value, low, high } = input.estimate;
    const name = [costs.seed, costs.draws, path, low, value, high].join('/');
    const drawn = columns.get(name) ?? drawInput(input, costs.draws, costs.seed);
    columns.set(name, drawn);
    return drawn;
  };
  const sample = evaluateDraws(column, costs.draws);
  const exact = new Map<Expression, Exact | null>();
  const rising = new Map<Expression, Float64Array>();
  return {
    inputs: sheet.inputs,
    demandTotal,
    options,
    worth,
    exactly: (formula) => {
      const value = exact.get(formula);
      if (value !== undefined) return value;
      const found = evaluateExactly(formula, worth);
      exact.set(formula, found);
      return found;
    },
    sample,
    sorted: (formula) => {
      const sorted = rising.get(formula) ?? sample(formula).slice().sort();
      rising.set(formula, sorted);
      return sorted;
    },
    missing: (...formulas) => inputsOf(...formulas).flatMap((path) => (values.has(path) ? [] : [sheet.missing.get(path) ?? `${path} is missing; give it with its date and source`])),
  };
}
