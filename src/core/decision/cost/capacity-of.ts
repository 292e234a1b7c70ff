import { type CostSheet } from './cost-sheet.js';
import { type Demand } from './demand-of.js';
import { expression, type Expression } from './expression.js';
import { type SelfHostedOption } from './self-hosted-option.js';

/** What a self-hosted option can serve. Volumes in millions of tokens per month. */
export interface Capacity {
  /** Planned capacity of one instance: throughput * 3600 * hours * utilisation. */
  readonly perInstance: Expression;
  /** Instances the busiest hours need, with the spare one where it is asked for; at least one. */
  readonly instances: Expression;
  readonly installed: Expression;
  /** Instance hours per month spent serving. */
  readonly busyHours: Expression;
  /** Instance hours that serving one million demanded tokens takes. */
  readonly hoursPerMtok: Expression;
}

const { constant, sum, product, quotient, ceiling, greatest, one, zero } = expression;

export function capacityOf(option: SelfHostedOption, path: string, sheet: CostSheet, demand: Demand, hours: Expression): Capacity {
  const throughput = sheet.quantity(`${path}/throughput`, option.throughput);
  const perHour = product(throughput, constant('0.0036'));
  const perInstance = product(perHour, hours, sheet.quantity(`${path}/utilisation`, option.utilisation));
  const served = option.throughputCounts === 'all tokens' ? demand.total : demand.output;
  const needed = greatest(one, ceiling(quotient(product(served, demand.peakToMean), perInstance)));
  const instances = sum(needed, option.spareInstance ? one : zero);
  const servedShare = option.throughputCounts === 'all tokens' ? one : quotient(demand.output, demand.total);
  return { perInstance, instances, installed: product(instances, perInstance), busyHours: quotient(served, perHour), hoursPerMtok: quotient(servedShare, perHour) };
}
