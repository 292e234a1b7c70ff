import { z } from 'zod';
import { recordId } from '../../inventory/record-id.js';
import { text } from '../../inventory/text.js';

const factor = z.number().positive().max(1000);
const named = { id: recordId, title: text(200) };
const options = z.array(recordId).min(1).max(40).optional();

/** A change of circumstances whose cost is asked for. A factor multiplies: 1.2 is 20 % more, 0.5 half. Without `options` it meets every option. */
export const costShock = z.discriminatedUnion('kind', [
  z.strictObject({ ...named, kind: z.literal('api-price'), factor, options }),
  z.strictObject({ ...named, kind: z.literal('retirement'), option: recordId, afterMonths: z.int().min(0).max(240), replacement: recordId.optional() }),
  z.strictObject({ ...named, kind: z.literal('exchange-rate'), from: z.string().regex(/^[A-Z]{3}$/), to: z.string().regex(/^[A-Z]{3}$/), factor }),
  z.strictObject({ ...named, kind: z.literal('demand'), factor }),
  z.strictObject({ ...named, kind: z.literal('utilisation'), factor, options }),
  z.strictObject({ ...named, kind: z.literal('gpu-price'), factor, options }),
]);
export type CostShock = z.infer<typeof costShock>;
