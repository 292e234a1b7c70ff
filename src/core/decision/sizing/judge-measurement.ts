/** A rate above its physical bound was not measured as described and is rejected; `bandwidthUse` is its share of the bound. */
export interface MeasurementJudgement {
  readonly verdict: 'plausible' | 'impossible';
  readonly bandwidthUse: number;
}

/** Compares a total rate with the upper end of its bound, both in tokens per second. */
export function judgeMeasurement(tokensPerSecond: number, bound: { readonly value: number; readonly high: number }): MeasurementJudgement {
  return { verdict: tokensPerSecond > bound.high ? 'impossible' : 'plausible', bandwidthUse: tokensPerSecond / bound.value };
}
