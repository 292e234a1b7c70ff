import { type Discounting } from './discounting.js';
import { type Drawn } from './drawn.js';
import { type Exact } from './exact.js';

/**
 * What formulas were found to be worth, by number. A formula over inputs of the same worth has the same number in every model of a case,
 * so that under a shock only what the shock changes is evaluated again.
 */
export interface EvaluatedFormulas {
  /** By rate and horizon. */
  readonly discounting: Map<string, Discounting>;
  readonly numbers: Map<string, number>;
  readonly exact: Map<number, Exact | null>;
  readonly drawn: Map<number, Drawn>;
  /** Columns in rising order. */
  readonly rising: Map<number, Float64Array>;
}

export const evaluatedFormulas = (): EvaluatedFormulas => ({ discounting: new Map(), numbers: new Map(), exact: new Map(), drawn: new Map(), rising: new Map() });
