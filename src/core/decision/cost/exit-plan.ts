import { z } from 'zod';
import { estimateOf } from './estimate-of.js';

/** What leaving an option costs, once: move away, evaluate anew, run both side by side, and write off what is left of the hardware. */
export const exitPlan = z.strictObject({
  migration: estimateOf.money(''),
  reEvaluation: estimateOf.money(''),
  parallelRun: estimateOf.money(''),
  residualValue: estimateOf.money(''),
});
export type ExitPlan = z.infer<typeof exitPlan>;
