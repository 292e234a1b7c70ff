import { asText } from '../core/decision/cost/as-text.js';
import { type CheckedClaim, type Comparison, type CostedOption, type CostResult, type ShockedCosts } from '../core/decision/cost/cost-result.js';
import { printable } from './printable.js';

const { figure } = asText;

function optionText({ id, title, missing, outlay, monthly, total, presentValue, exitCost, capacity, withinBudget, tornado }: CostedOption): readonly string[] {
  const budget = withinBudget === null ? [] : [`  within budget   ${withinBudget.expected}; at the 90 % quantile ${withinBudget.p90}`];
  const served = capacity === null ? [] : [`  capacity        ${figure(capacity.installed)} on ${figure(capacity.instances)}, load ${figure(capacity.load)}`];
  return [
    `${title} (${id})`,
    ...missing.map((sentence) => `  unknown         ${sentence}`),
    `  today           ${figure(outlay)}`,
    `  first month     ${figure(monthly)}`,
    `  horizon         ${figure(total.expected)}; half of the draws below ${figure(total.p50)}`,
    `  present value   ${figure(presentValue.expected)}`,
    `  to leave        ${figure(exitCost)}`,
    ...served,
    ...budget,
    ...tornado.slice(0, 3).map(({ input, swing }) => `  moved most by   ${input}: ${figure(swing)}`),
  ];
}

const comparisonText = ({ selfHosted, api, breakEvenMonth, neverShare, breakEvenVolume, capacity, instancesAtBreakEven, cheaperShare }: Comparison): readonly string[] => [
  `${selfHosted} against ${api}`,
  `  earned back     ${figure(breakEvenMonth)}; in ${figure(neverShare)} of the draws not before replacement`,
  `  from a volume   ${figure(breakEvenVolume)}; capacity ${figure(capacity)}, the volume would fill ${figure(instancesAtBreakEven)}`,
  `  cheaper in      ${figure(cheaperShare)} of the draws`,
];

const shockText = ({ title, options, cheapest }: ShockedCosts): readonly string[] => [
  title,
  ...options.map(({ id, presentValue, changeShare, withinBudget }) => `  ${id}: ${figure(presentValue)}, change ${figure(changeShare)}${withinBudget === null ? '' : `, within budget ${withinBudget.expected}`}`),
  `  cheapest        ${cheapest.after ?? 'unknown'}${cheapest.after === cheapest.before ? '' : ` (before: ${cheapest.before ?? 'unknown'})`}`,
];

/** What `domicile cost` prints for a person. */
export function costText(title: string, result: CostResult, shocks: readonly ShockedCosts[], claims: readonly CheckedClaim[]): string {
  const blocks = [
    [title],
    ...result.options.map(optionText),
    ...result.comparisons.map(comparisonText),
    ...shocks.map(shockText),
    ...(claims.length === 0 ? [] : [['Published figures', ...claims.map(({ verdict, message }) => `  ${verdict === 'consistent' ? 'consistent  ' : 'INCONSISTENT'}  ${message}`)]]),
    ...(result.cautions.length === 0 ? [] : [['Take care', ...result.cautions.map((caution) => `  ${caution}`)]]),
  ];
  return printable(`${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`);
}
