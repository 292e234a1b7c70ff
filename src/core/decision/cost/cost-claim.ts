import { z } from 'zod';
import { recordId } from '../../inventory/record-id.js';
import { text } from '../../inventory/text.js';

const amount = z.number().min(0).max(1e15);
const common = { id: recordId, says: text(400), claimed: amount, source: text(1000), asOf: z.iso.date(), /** Largest relative difference taken for rounding. */ tolerance: z.number().min(0).max(1) };

/** A published figure with the inputs it names, to be held against the formula. */
export const costClaim = z.discriminatedUnion('formula', [
  z.strictObject({ ...common, formula: z.literal('energy'), gpus: amount, kilowattsPerGpu: amount, pue: amount, hours: amount, tariff: amount }),
  z.strictObject({ ...common, formula: z.literal('rent'), gpus: amount, pricePerGpuHour: amount, hours: amount }),
  z.strictObject({ ...common, formula: z.literal('break-even-months'), outlay: amount, rentedPerMonth: amount, runningPerMonth: amount }),
  z.strictObject({ ...common, formula: z.literal('break-even-hours'), outlay: amount, rentedPerHour: amount, runningPerHour: amount, hoursPerMonth: amount }),
  z.strictObject({ ...common, formula: z.literal('capacity'), tokensPerSecond: amount, hours: amount, utilisation: amount }),
]);
export type CostClaim = z.infer<typeof costClaim>;
