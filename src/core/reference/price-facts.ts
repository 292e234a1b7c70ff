import { z } from 'zod';
import { recordId } from '../inventory/record-id.js';
import { text } from '../inventory/text.js';
import { factRecord } from './fact-record.js';
import { partialDate } from './partial-date.js';
import { sourceKind } from './source-kind.js';

const amount = z.number().nonnegative();
const currency = z.string().length(3).describe('ISO 4217');
const figures = { input: amount.optional(), cachedInput: amount.optional(), cacheWrite: amount.optional(), output: amount.optional() };
const validity = { validFrom: partialDate.optional(), validTo: partialDate.optional(), sourceKind };

const price = factRecord({
  id: recordId,
  provider: recordId,
  model: text(),
  modelRef: recordId.optional().describe('id in the catalogue of models'),
  apiModelIds: z.array(text(120)).min(1).max(10),
  scope: text(),
  unit: text(40),
  currency,
  ...figures,
  tiers: z.array(z.strictObject({ aboveInputTokens: z.number().int().positive(), ...figures, detail: text(300).optional() })).max(5).optional(),
  timeBands: z.array(z.strictObject({ windowUtc: text(120), ...figures, detail: text(300).optional() })).max(5).optional(),
  ...validity,
  intervalBasis: text(300),
  observedFrom: partialDate.optional(),
  observedTo: partialDate.optional(),
});

const surcharge = factRecord({
  id: recordId,
  provider: recordId,
  what: text(300),
  multiplier: z.number().positive().optional(),
  multiplierRange: z.strictObject({ low: z.number().positive(), high: z.number().positive() }).optional(),
  amountPerMonthMin: amount.optional(),
  shareOfSpend: amount.optional(),
  unit: text(80),
  currency: currency.optional(),
  ...validity,
});

const priceEvent = factRecord({
  id: recordId,
  date: z.iso.date(),
  provider: recordId,
  model: text(),
  kind: z.enum(['cut', 'increase', 'scheduled-increase', 'cancelled-increase']),
  summary: text(400),
  unit: text(40),
  currency: currency.optional(),
  priceRecords: z.array(recordId).max(10).optional(),
  sourceKind,
});

const catalogueError = factRecord({ id: recordId, catalogue: text(80), record: text(200), shown: text(200), expected: text(200), period: text(120), unit: text(40).optional(), currency: currency.optional() });

/** Prices of API models with their history. Figures are per unit; a missing one was not found, and is never zero. */
export const priceFacts = z.strictObject({
  prices: z.array(price).max(20_000),
  surcharges: z.array(surcharge).max(1_000),
  priceEvents: z.array(priceEvent).max(5_000),
  catalogueErrors: z.array(catalogueError).max(1_000),
  gaps: z.array(text(400)).max(100),
}).meta({ id: 'PriceFacts' });
export type PriceFacts = z.infer<typeof priceFacts>;
export type Price = PriceFacts['prices'][number];
