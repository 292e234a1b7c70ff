import { type Costs, type CostOption } from './cost-case.js';
import { capacityOf, type Capacity } from './capacity-of.js';
import { costSheet, type CostInput, type CostSheet } from './cost-sheet.js';
import { demandOf } from './demand-of.js';
import { drawInput } from './draw-input.js';
import { energyOf } from './energy-of.js';
import { type Drawn } from './drawn.js';
import { discounting, type Discounting } from './discounting.js';
import { evaluatedFormulas, type EvaluatedFormulas } from './evaluated-formulas.js';
import { evaluateDraws } from './evaluate-draws.js';
import { evaluateExactly } from './evaluate-exactly.js';
import { Exact } from './exact.js';
import { exitAmounts } from './exit-amounts.js';
import { expression, type Expression } from './expression.js';
import { inputsOf } from './inputs-of.js';
import { numberFormulas } from './number-formulas.js';
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
  exactly(formula: Expression): Exact | null;
  /** The same with one input moved to `value`. */
  exactlyAt(formula: Expression, path: string, value: Exact): Exact | null;
  /** The formula's value in every draw, in the order of the draws, which are common to all formulas. Not to be changed. */
  sample(formula: Expression): Float64Array;
  /** The same values in rising order. Not to be changed. */
  sorted(formula: Expression): Float64Array;
  /** One sentence per input the formulas lack. */
  missing(...formulas: readonly Expression[]): readonly string[];
}

/** What is known under this name; where nothing is, it is made and kept. */
function once<Name, Value>(known: Map<Name, Value>, name: Name, make: () => Value): Value {
  const found = known.get(name);
  if (found !== undefined) return found;
  const made = make();
  known.set(name, made);
  return made;
}

function modelled(option: CostOption, costs: Costs, sheet: CostSheet, discounts: Discounting): ModelledOption {
  const bill = optionBill(optionLines(option, costs, sheet), discounts);
  const exit = expression.sum(...exitAmounts(option, sheet).values());
  if (option.kind !== 'self-hosted') return { option, bill, exit, capacity: null, marginal: expression.zero };
  const path = `options/${option.id}`;
  const hours = sheet.quantity('hoursPerMonth', costs.hoursPerMonth);
  const capacity = capacityOf(option, path, sheet, demandOf(costs, sheet), hours);
  return { option, bill, exit, capacity, marginal: energyOf(option, path, sheet, capacity, hours)?.perMtok ?? expression.zero };
}

/** Writes the case down as formulas and prepares to evaluate them. `before` is what another model of the same case evaluated. */
export function costModel(costs: Costs, before: EvaluatedFormulas = evaluatedFormulas()): CostModel {
  const sheet = costSheet(costs);
  const [rate, horizon] = [costs.discountRate.value ?? 0, Number(costs.horizon.value)];
  const discounts = once(before.discounting, `${rate} ${horizon}`, () => discounting(new Exact(rate), horizon));
  const options = costs.options.map((option) => modelled(option, costs, sheet, discounts));
  const { total: demandTotal } = demandOf(costs, sheet);
  const numberOf = numberFormulas(before.numbers, (path) => {
    const { value, low, high } = sheet.inputs.get(path)?.estimate ?? {};
    return JSON.stringify([costs.seed, costs.draws, path, low, value, high]);
  });
  const drawnInput = (path: string): Drawn => {
    const input = sheet.inputs.get(path);
    return input === undefined ? NaN : drawInput(input, costs.draws, costs.seed);
  };
  const worth = (path: string): Exact | null => {
    const input = sheet.inputs.get(path);
    return input === undefined ? null : new Exact(input.estimate.value ?? 0);
  };
  const exactly = (formula: Expression): Exact | null => once(before.exact, numberOf(formula), () => evaluateExactly(formula, exactly, worth));
  const drawn = (formula: Expression): Drawn => once(before.drawn, numberOf(formula), () => evaluateDraws(formula, drawn, drawnInput, costs.draws));
  const sample = (formula: Expression): Float64Array => {
    const values = drawn(formula);
    return typeof values === 'number' ? new Float64Array(costs.draws).fill(values) : values;
  };
  const read = new Map<Expression, ReadonlySet<string>>();
  const reads = (formula: Expression, path: string): boolean => once(read, formula, () => new Set(inputsOf(formula))).has(path);
  return {
    inputs: sheet.inputs,
    demandTotal,
    options,
    exactly,
    exactlyAt: (formula, path, value) => {
      const at = (part: Expression): Exact | null => (reads(part, path) ? evaluateExactly(part, at, () => value) : exactly(part));
      return at(formula);
    },
    sample,
    sorted: (formula) => once(before.rising, numberOf(formula), () => (typeof drawn(formula) === 'number' ? sample(formula) : sample(formula).slice().sort())),
    missing: (...formulas) => inputsOf(...formulas).flatMap((path) => (sheet.inputs.has(path) ? [] : [sheet.missing.get(path) ?? `${path} is missing; give it with its date and source`])),
  };
}
