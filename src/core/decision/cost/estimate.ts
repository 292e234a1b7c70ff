import { z } from 'zod';
import { text } from '../../inventory/text.js';

const number = z.union([
  z.number().min(0).max(1e15),
  z.string().max(40).regex(/^\d{1,16}(\.\d{1,20})?$/, 'a number is written in digits with a dot, such as 0.15'),
]);

const shape = (unit: z.ZodType<string>) => ({
  /** `null` says that no source was found: whatever rests on it becomes unknown. */
  value: number.nullable(),
  unit,
  low: number.optional(),
  high: number.optional(),
  kind: z.enum(['measured', 'quoted', 'derived', 'assumed']),
  source: text(1000),
  asOf: z.iso.date(),
  /** First day on which the figure holds. */
  validFrom: z.iso.date().optional(),
  /** First day on which the figure no longer holds. */
  validTo: z.iso.date().optional(),
});

const inOrder = (estimate: { value: string | number | null; low?: string | number | undefined; high?: string | number | undefined }): boolean => {
  if (estimate.value === null) return estimate.low === undefined && estimate.high === undefined;
  const value = Number(estimate.value);
  return Number(estimate.low ?? value) <= value && value <= Number(estimate.high ?? value);
};

const ordered = 'low, value and high must stand in rising order, and a missing value has neither; write low <= value <= high';

/** A dated input with its unit, its source and how it was come by; `low` and `high` bound a triangular distribution with its mode at `value`. */
export const estimate = (unit: z.ZodType<string>) => z.strictObject(shape(unit)).refine(inOrder, ordered);
export type Estimate = z.infer<ReturnType<typeof estimate>>;
