import { z } from 'zod';
import { figureSchema } from './figure-schema.js';

const strings = z.array(z.string()).readonly();
const yesNo = z.enum(['yes', 'no', 'unknown']);
const withinBudget = z.strictObject({ expected: yesNo, p90: yesNo }).nullable();

/** An amount with its 10 %, 50 % and 90 % quantiles over the draws. */
export const spread = z.strictObject({ expected: figureSchema, p10: figureSchema, p50: figureSchema, p90: figureSchema });
export type Spread = z.infer<typeof spread>;

export const costedLine = z.strictObject({ label: z.string(), nature: z.enum(['usage', 'fixed', 'outlay', 'resale', 'exit']), due: z.string(), formula: z.string(), amount: figureSchema });
export type CostedLine = z.infer<typeof costedLine>;

/** What one input does to a result when it alone moves to its low and its high end. */
export const tornadoBar = z.strictObject({ input: z.string(), atLow: figureSchema, atHigh: figureSchema, swing: figureSchema });
export type TornadoBar = z.infer<typeof tornadoBar>;

export const costedOption = z.strictObject({
  id: z.string(),
  title: z.string(),
  kind: z.enum(['api', 'self-hosted', 'hybrid']),
  state: z.enum(['known', 'unknown']),
  /** One sentence per missing input: culprit, cause, remedy. */
  missing: strings,
  lines: z.array(costedLine).readonly(),
  outlay: figureSchema,
  monthly: figureSchema,
  total: spread,
  presentValue: spread,
  exitCost: figureSchema,
  capacity: z.strictObject({ installed: figureSchema, instances: figureSchema, load: figureSchema }).nullable(),
  withinBudget,
  tornado: z.array(tornadoBar).readonly(),
});
export type CostedOption = z.infer<typeof costedOption>;

/** One self-hosted option against one bought by the token. */
export const comparison = z.strictObject({
  selfHosted: z.string(),
  api: z.string(),
  breakEvenMonth: figureSchema,
  /** Share of the draws in which the outlay is never earned back before the hardware must be replaced. */
  neverShare: figureSchema,
  breakEvenVolume: figureSchema,
  capacity: figureSchema,
  /** Instances whose capacity the break-even volume would fill. */
  instancesAtBreakEven: figureSchema,
  cheaperShare: figureSchema,
});
export type Comparison = z.infer<typeof comparison>;

export const costResult = z.strictObject({
  currency: z.string(),
  distribution: z.literal('triangular, nearest-rank quantiles'),
  options: z.array(costedOption).readonly(),
  comparisons: z.array(comparison).readonly(),
  /** What it would be worth to know every uncertain input beforehand when choosing by present value alone. */
  expectedValueOfPerfectInformation: figureSchema,
  /** Figures that change or end within the horizon. */
  cautions: strings,
});
export type CostResult = z.infer<typeof costResult>;

/** What a shock did to every option's present value and budget, and to which is cheapest. */
export const shockedCosts = z.strictObject({
  id: z.string(),
  title: z.string(),
  options: z.array(z.strictObject({ id: z.string(), presentValue: figureSchema, change: figureSchema, changeShare: figureSchema, withinBudget, missing: strings })).readonly(),
  cheapest: z.strictObject({ before: z.string().nullable(), after: z.string().nullable() }),
});
export type ShockedCosts = z.infer<typeof shockedCosts>;

/** A published figure beside what its own inputs give. `ratio` is claimed over computed. */
export const checkedClaim = z.strictObject({ id: z.string(), says: z.string(), claimed: figureSchema, computed: figureSchema, ratio: z.number().nullable(), verdict: z.enum(['consistent', 'inconsistent']), message: z.string() });
export type CheckedClaim = z.infer<typeof checkedClaim>;
