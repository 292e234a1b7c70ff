import { z } from 'zod';
import { recordId } from '../../inventory/record-id.js';
import { randomIndexTable } from './random-index.js';

const weights = z.record(recordId, z.number().max(1_000_000)).refine((given) => Object.keys(given).length <= 60, 'at most 60 criteria');

/** How the weights were elicited: points for the swing from worst to best, weights that sum to 1, or pairwise judgements. */
export const weighting = z.discriminatedUnion('method', [
  z.strictObject({ method: z.literal('swing'), points: weights }),
  z.strictObject({ method: z.literal('direct'), weights }),
  z.strictObject({
    method: z.literal('ahp'),
    randomIndex: randomIndexTable,
    /** `left` matters `ratio` times as much as `right`. */
    judgements: z.array(z.strictObject({ left: recordId, right: recordId, ratio: z.number().min(1 / 9).max(9) })).max(1770),
  }),
]);
export type Weighting = z.infer<typeof weighting>;
