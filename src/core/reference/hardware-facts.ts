import { z } from 'zod';
import { recordId } from '../inventory/record-id.js';
import { text } from '../inventory/text.js';
import { factRecord } from './fact-record.js';
import { partialDate } from './partial-date.js';
import { sourceKind } from './source-kind.js';

const positive = z.number().positive();
const currency = z.string().length(3).optional().describe('ISO 4217');
const validity = { validFrom: partialDate.optional(), validTo: partialDate.optional(), sourceKind };

const accelerator = factRecord({
  id: recordId,
  name: text(),
  formFactor: text(80).optional(),
  memory: z.strictObject({ value: positive, unit: z.literal('GB'), type: text(40).optional(), mibReported: positive.optional().describe('what a driver or provider catalogue reports') }),
  bandwidth: z.strictObject({ value: positive, unit: z.literal('GB/s') }),
  dense: z.strictObject({ unit: text(40), fp16: positive.optional(), fp8: positive.optional(), int8: positive.optional(), fp4: positive.optional() }).describe('peak rates without 2:4 sparsity'),
  sparseAsAdvertised: z.strictObject({ fp16: positive.optional(), fp8: positive.optional(), int8: positive.optional(), fp4: positive.optional() }).optional(),
  power: z.strictObject({ value: positive.optional(), unit: z.literal('W'), kind: text(60).optional() }),
  ...validity,
});

const purchasePrice = factRecord({ id: recordId, accelerator: recordId.optional(), what: text(300), low: positive.optional(), high: positive.optional(), unit: text(40), currency, ...validity });

const rental = factRecord({
  id: recordId,
  provider: recordId.optional(),
  market: z.enum(['various', 'market']).optional().describe('said where the figure is not that of one provider'),
  accelerator: recordId.optional(),
  acceleratorName: text(80).optional().describe('an accelerator that has no record of its own'),
  gpus: z.number().int().positive(),
  price: positive.optional().describe('absent: no source was found'),
  unit: text(40),
  currency,
  commitment: text(80).optional(),
  region: text(120).optional(),
  euLocation: z.boolean().optional(),
  ...validity,
});

const quantity = factRecord({
  id: recordId,
  what: text(300).optional(),
  country: text(40).optional(),
  value: z.number().optional(),
  low: z.number().optional(),
  high: z.number().optional(),
  unit: text(60),
  currency,
  period: text(60).optional(),
  consumerClass: text(160).optional(),
  taxes: text(160).optional(),
  ...validity,
});

const quantisationFormat = factRecord({
  id: recordId,
  name: text(80),
  what: text(400),
  bitsPerWeight: z.strictObject({ low: positive, high: positive }).optional(),
  unit: text(120),
  maintainer: text(300).optional(),
  types: z.array(z.strictObject({ type: text(20), bitsPerWeight: positive, family: text(60), sizeGib: positive.optional().describe('size of Llama 3.1 8B in this type') })).max(60).optional(),
  referenceSizes: z.array(z.strictObject({ model: text(80), originalGb: positive, q4KMGb: positive })).max(20).optional(),
});

/** Accelerators and what it costs to own, rent, power and cool them; quantisation formats and their bits per weight. */
export const hardwareFacts = z.strictObject({
  accelerators: z.array(accelerator).max(1_000),
  purchasePrices: z.array(purchasePrice).max(5_000),
  rentals: z.array(rental).max(10_000),
  serverOverhead: z.array(quantity).max(200),
  electricity: z.array(quantity).max(2_000),
  pue: z.array(quantity).max(200),
  quantisationFormats: z.array(quantisationFormat).max(100),
  gaps: z.array(text(400)).max(100),
}).meta({ id: 'HardwareFacts' });
export type HardwareFacts = z.infer<typeof hardwareFacts>;
