import { type Expression } from './expression.js';

/** When an amount falls due: once, `month` months from today, or at the end of every month `from` to `to`, both included and counted from 1. */
export type Timing = { readonly kind: 'once'; readonly month: number } | { readonly kind: 'monthly'; readonly from: number; readonly to: number };

/** One line of an option's bill. `nature` tells what moves with demand from what does not. */
export interface CostLine {
  readonly label: string;
  readonly nature: 'usage' | 'fixed' | 'outlay' | 'resale' | 'exit';
  readonly timing: Timing;
  readonly amount: Expression;
}
