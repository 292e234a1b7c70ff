import { z } from 'zod';
import { text } from '../../inventory/text.js';

const assumption = (unit: string, most: number) =>
  z
    .strictObject({
      value: z.number().positive().max(most),
      low: z.number().positive().max(most).optional(),
      high: z.number().positive().max(most).optional(),
      unit: z.literal(unit),
      kind: z.enum(['measured', 'quoted', 'derived', 'assumed']),
      source: text(1_000),
      asOf: text(10),
    })
    .refine(({ low, value, high }) => (low ?? value) <= value && value <= (high ?? value), 'low, value and high must stand in rising order');

/** The reference file `sizing/assumptions.yaml`: what sizing takes where a case says nothing. */
export const sizingAssumptions = z.strictObject({
  memoryUtilisation: assumption('ratio', 1),
  overheadPerAccelerator: assumption('GiB', 1_000),
  overheadShareOfWeights: assumption('ratio', 1),
  keyValueBlock: assumption('tokens', 65_536),
  bandwidthUseDense: assumption('ratio', 1),
  bandwidthUseMixture: assumption('ratio', 1),
});
export type SizingAssumptions = z.infer<typeof sizingAssumptions>;
export type Assumption = SizingAssumptions[keyof SizingAssumptions];
