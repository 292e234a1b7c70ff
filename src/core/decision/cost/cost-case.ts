import { z } from 'zod';
import { text } from '../../inventory/text.js';
import { apiOption } from './api-option.js';
import { costClaim } from './cost-claim.js';
import { costShock } from './cost-shock.js';
import { estimateOf } from './estimate-of.js';
import { hybridOption } from './hybrid-option.js';
import { selfHostedOption } from './self-hosted-option.js';

const currency = z.string().regex(/^[A-Z]{3}$/, 'a currency is its ISO 4217 code, such as EUR');

export const costOption = z.discriminatedUnion('kind', [apiOption, selfHostedOption, hybridOption]);
export type CostOption = z.infer<typeof costOption>;

/** The part of a cost case that a decision case shares: one demand, one horizon, one currency, several options. */
export const costCaseShape = {
  asOf: z.iso.date(),
  /** Currency of every result. */
  currency,
  seed: z.int().min(0).max(2147483647),
  draws: z.int().min(100).max(100_000),
  horizon: estimateOf.whole('months', 240),
  /** Length of a month of service: 720, 730 and 176 hours are all in use, so it has no default. */
  hoursPerMonth: estimateOf.positive('hours/month').refine(({ value, high }) => Number(high ?? value) <= 744, 'no month has more than 744 hours; give the hours of service in a month'),
  /** Nominal, applied as a twelfth per month. */
  discountRate: estimateOf.single('1/year'),
  exchangeRates: z.array(z.strictObject({ from: currency, to: currency, rate: estimateOf.positive('ratio') })).max(40).default([]),
  demand: z.strictObject({
    input: estimateOf.plain('Mtok/month'),
    cachedInput: estimateOf.plain('Mtok/month').optional(),
    output: estimateOf.plain('Mtok/month'),
    requests: estimateOf.plain('requests/month').optional(),
    /** Demand of the busiest hours over the mean: what instances are counted for. */
    peakToMean: estimateOf.atLeastOne('ratio'),
  }),
  /** Most that may be spent over the horizon. */
  budget: estimateOf.money('').optional(),
  options: z.array(costOption).min(1).max(40),
  shocks: z.array(costShock).max(100).default([]),
};

type Options = Pick<z.infer<z.ZodObject<typeof costCaseShape>>, 'options' | 'shocks' | 'exchangeRates'>;

/** Adds an issue for every id that is used twice or names no option. */
export function namesOptionsThatExist(costs: Options, context: z.RefinementCtx, under: readonly string[] = []): void {
  const ids = costs.options.map(({ id }) => id);
  const plain = new Set(costs.options.flatMap((option) => (option.kind === 'hybrid' ? [] : [option.id])));
  const complain = (path: readonly (string | number)[], message: string): void => context.addIssue({ code: 'custom', path: [...under, ...path], message });
  const known = `write one of ${ids.join(', ')}`;
  costs.options.forEach((option, index) => {
    if (ids.indexOf(option.id) !== index) complain(['options', index, 'id'], `option '${option.id}' stands here twice; give each option its own id`);
    if (option.retirement?.replacement !== undefined && (!plain.has(option.retirement.replacement) || option.retirement.replacement === option.id))
      complain(['options', index, 'retirement', 'replacement'], `'${option.retirement.replacement}' is no other plain option; write one of ${[...plain].join(', ')}`);
    if (option.kind !== 'hybrid') return;
    option.parts.forEach((part, at) => {
      if (!plain.has(part.option)) complain(['options', index, 'parts', at, 'option'], `a hybrid is made of plain options and '${part.option}' is none; write one of ${[...plain].join(', ')}`);
    });
    const shares = option.parts.map(({ share }) => share.value);
    if (!shares.includes(null) && Math.abs(shares.reduce<number>((sum, share) => sum + Number(share), 0) - 1) > 1e-9)
      complain(['options', index, 'parts'], 'the shares of the parts must sum to 1; write the share of the demand each part carries');
  });
  costs.shocks.forEach((shock, index) => {
    const meant = shock.kind === 'retirement' ? [shock.option, ...(shock.replacement === undefined ? [] : [shock.replacement])] : 'options' in shock ? (shock.options ?? []) : [];
    if (shock.kind === 'retirement' && shock.replacement !== undefined && (!plain.has(shock.replacement) || shock.replacement === shock.option))
      complain(['shocks', index, 'replacement'], `'${shock.replacement}' is no other plain option; write one of ${[...plain].join(', ')}`);
    if (shock.kind === 'exchange-rate' && !costs.exchangeRates.some(({ from, to }) => (from === shock.from && to === shock.to) || (from === shock.to && to === shock.from)))
      complain(['shocks', index], `shock '${shock.id}' moves ${shock.from} against ${shock.to} and the case gives no such rate; add it under exchangeRates`);
    for (const id of meant) if (!ids.includes(id)) complain(['shocks', index], `shock '${shock.id}' names the option '${id}', which does not exist; ${known}`);
  });
}

/** Costs of several options over a common demand and horizon. */
export const costCase = z
  .strictObject({ schema: z.literal('domicile/cost-case/1'), title: text(200), ...costCaseShape, claims: z.array(costClaim).max(200).default([]) })
  .superRefine((costs, context) => namesOptionsThatExist(costs, context));
export type CostCase = z.infer<typeof costCase>;

export type Costs = Omit<CostCase, 'schema' | 'title' | 'claims'>;
