import { type Costs } from './cost-case.js';
import { type Estimate } from './estimate.js';
import { expression, type Expression } from './expression.js';

export interface CostInput {
  readonly path: string;
  readonly estimate: Estimate;
}

/** Collects the inputs while the formulas are written, and converts money to the currency of the case. */
export interface CostSheet {
  readonly inputs: ReadonlyMap<string, CostInput>;
  /** Why an input has no value, by its path. */
  readonly missing: ReadonlyMap<string, string>;
  quantity(path: string, estimate: Estimate): Expression;
  money(path: string, estimate: Estimate): Expression;
  lacking(path: string, why: string): Expression;
}

const reasonForAbsence = ({ value, validFrom, validTo, source }: Estimate, path: string, asOf: string): string | undefined => {
  if (value === null) return `${path} has no value (${source}); give it with its date and source`;
  if (validFrom !== undefined && asOf < validFrom) return `${path} holds only from ${validFrom} and the case is as of ${asOf}; give the figure of that day`;
  if (validTo !== undefined && asOf >= validTo) return `${path} ended on ${validTo} and the case is as of ${asOf}; give the figure that follows it`;
  return undefined;
};

/** A new sheet over the case's exchange rates. */
export function costSheet(costs: Pick<Costs, 'asOf' | 'currency' | 'exchangeRates'>): CostSheet {
  const inputs = new Map<string, CostInput>();
  const missing = new Map<string, string>();
  const lacking = (path: string, why: string): Expression => {
    missing.set(path, why);
    return expression.input(path);
  };
  const quantity = (path: string, estimate: Estimate): Expression => {
    const absent = reasonForAbsence(estimate, path, costs.asOf);
    if (absent !== undefined) return lacking(path, absent);
    inputs.set(path, { path, estimate });
    return expression.input(path);
  };
  const rate = (from: string, to: string): Expression => {
    const index = costs.exchangeRates.findIndex((known) => known.from === from && known.to === to);
    const direct = costs.exchangeRates[index];
    if (direct !== undefined) return quantity(`exchangeRates/${index}/rate`, direct.rate);
    const inverseIndex = costs.exchangeRates.findIndex((known) => known.from === to && known.to === from);
    const inverse = costs.exchangeRates[inverseIndex];
    if (inverse !== undefined) return expression.quotient(expression.one, quantity(`exchangeRates/${inverseIndex}/rate`, inverse.rate));
    return lacking(`exchangeRates/${from}/${to}`, `no exchange rate from ${from} to ${to} is given; add it under exchangeRates with its date and source`);
  };
  const money = (path: string, estimate: Estimate): Expression => {
    const currency = estimate.unit.slice(0, 3);
    const amount = quantity(path, estimate);
    return currency === costs.currency ? amount : expression.product(amount, rate(currency, costs.currency));
  };
  return { inputs, missing, quantity, money, lacking };
}
