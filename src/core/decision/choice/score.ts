import { z } from 'zod';
import { text } from '../../inventory/text.js';
import { benchmark } from './benchmark.js';

const number = z.number().min(-1e15).max(1e15);

/** How an option does on a criterion, in the criterion's unit; `null` where nothing is known. `low` and `high` bound a triangular distribution. */
export const score = z
  .strictObject({
    value: number.nullable(),
    unit: text(60),
    low: number.optional(),
    high: number.optional(),
    kind: z.enum(['measured', 'quoted', 'derived', 'assumed']),
    source: text(1000),
    asOf: z.iso.date(),
    benchmark: benchmark.optional(),
  })
  .refine(
    ({ value, low, high }) => (value === null ? low === undefined && high === undefined : (low ?? value) <= value && value <= (high ?? value)),
    'low, value and high must stand in rising order, and a missing value has neither; write low <= value <= high',
  );
export type Score = z.infer<typeof score>;
