import { z } from 'zod';

/** What can be asked about an option's costs. */
export const costFigure = z.enum(['cost.presentValue', 'cost.total', 'cost.outlay', 'cost.monthly', 'cost.exitCost']);
export type CostFigure = z.infer<typeof costFigure>;
