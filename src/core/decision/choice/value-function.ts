import { z } from 'zod';

const anchor = z.strictObject({ at: z.number().min(-1e15).max(1e15), value: z.number().min(0).max(1) });

/**
 * Piecewise-linear value on fixed anchors: 0 is the least acceptable, 1 the target. The anchors stand before any score is seen and do not
 * depend on the options, so that adding or removing an option cannot reverse the others.
 */
export const valueFunction = z
  .array(anchor)
  .min(2)
  .max(20)
  .refine((anchors) => anchors.every(({ at }, index) => index === 0 || at > (anchors[index - 1]?.at ?? -Infinity)), 'anchors stand in rising order of `at`, each only once')
  .refine((anchors) => [0, 1].every((end) => anchors.some(({ value }) => value === end)), 'anchors hold the value 0 (least acceptable) and the value 1 (target)')
  .refine((anchors) => [1, -1].some((way) => anchors.every(({ value }, index) => index === 0 || way * (value - (anchors[index - 1]?.value ?? 0)) >= 0)), 'the value only rises or only falls along the anchors');
export type ValueFunction = readonly { readonly at: number; readonly value: number }[];
