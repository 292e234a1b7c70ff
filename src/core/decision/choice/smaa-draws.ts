import { type Drawn } from '../cost/drawn.js';

/** Drawn values and weights. `values` holds option by option one entry per criterion, `weights` draw by draw one number per criterion. */
export interface SmaaDraws {
  readonly options: number;
  readonly criteria: number;
  readonly draws: number;
  readonly values: readonly Drawn[];
  readonly weights: Float64Array;
}
