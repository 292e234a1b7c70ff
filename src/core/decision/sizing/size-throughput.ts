import { type Accelerator } from './accelerator.js';
import { instancesNeeded } from './instances-needed.js';
import { interval, type Interval } from './interval.js';
import { judgeMeasurement } from './judge-measurement.js';
import { type CaseModel } from './model-of-case.js';
import { monthlyCapacity } from './monthly-capacity.js';
import { quantity, type Quantity } from './quantity.js';
import { type SizeCase } from './size-case.js';
import { type SizeResult } from './size-result.js';
import { type SizingAssumptions } from './sizing-assumptions.js';
import { intervalOf, quantityOf } from './stated-number.js';
import { arithmeticBound, spreadBound } from './throughput-bound.js';
import { unknownQuantity } from './unknown-quantity.js';

type Parts = Pick<SizeResult, 'throughput' | 'capacity' | 'measurements'>;
type Measurement = NonNullable<SizeCase['measurements']>[number];

const rate = 'tokens/s';
const boundSource = 'bandwidth divided by the bytes that one step reads (weights once, and the cache of every sequence), or the arithmetic peak where that is lower';

/** Bounds, estimate, capacity and the judgement of measurements. Measurements above their bound are rejected and used for nothing. */
export function sizeThroughput(sized: SizeCase, model: CaseModel, accelerator: Accelerator, assumptions: SizingAssumptions): { readonly result: Parts; readonly warnings: readonly string[] } {
  const { contextTokens, concurrentRequests } = sized.workload;
  const boundOf = boundFor(sized, model, accelerator);
  const measurements = (sized.measurements ?? []).map((measured) => judged(measured, boundOf(measured.concurrentRequests, measured.contextTokens ?? 0)));
  const bound = boundOf(concurrentRequests, contextTokens);
  const bandwidthUse = sized.bandwidthUse ?? (model.isMixture ? assumptions.bandwidthUseMixture : assumptions.bandwidthUseDense);
  const estimate = bound === null ? null : interval.times(bound, intervalOf(bandwidthUse));
  const unknownRate = (): Quantity => unknownQuantity(rate, model.weightsUnknown);
  const measured = measuredRate(sized, measurements);
  return {
    result: {
      throughput: {
        boundOfOne: toRate(boundOf(1, contextTokens), model),
        boundOfAll: toRate(bound, model),
        estimate: estimate === null ? unknownRate() : quantity(estimate, rate, `bound times the share of it that is reached: ${quantityOf(bandwidthUse, 'ratio').source}`),
      },
      capacity: capacityOf(sized, measured ?? estimate, measured === undefined ? 'the estimate' : 'the measurement of the same load', model.weightsUnknown),
      measurements,
    },
    warnings: warningsOf(sized, model, measurements, bound),
  };
}

function boundFor(sized: SizeCase, model: CaseModel, accelerator: Accelerator): (concurrency: number, contextTokens: number) => Interval | null {
  const { count, split } = sized.hardware;
  const { weights, cacheBytes, computedParameters } = model;
  const teraflops = model.format?.id === 'FP8' ? (accelerator.dense?.fp8 ?? accelerator.dense?.fp16) : accelerator.dense?.fp16;
  const arithmetic = teraflops == null || computedParameters === null ? Infinity : arithmeticBound(teraflops, count, computedParameters);
  if (weights === null) return () => null;
  return (concurrency, contextTokens) => {
    const cacheBytesPerSequence = cacheBytes === null ? interval.exactly(0) : cacheBytes(contextTokens);
    const bound = spreadBound({ split, accelerators: count, bandwidth: accelerator.bandwidth.value * 1e9, readBytes: weights.read, cacheBytesPerSequence }, concurrency);
    return interval.map(bound, (tokensPerSecond) => Math.min(tokensPerSecond, arithmetic));
  };
}

function toRate(bound: Interval | null, model: CaseModel): Quantity {
  return bound === null ? unknownQuantity(rate, model.weightsUnknown) : quantity(bound, rate, model.cacheBytes === null ? `${boundSource}; the cache is not known and left out, so the true bound is lower` : boundSource);
}

function judged({ tokensPerSecond, source }: Measurement, bound: Interval | null): SizeResult['measurements'][number] {
  const measured = quantity(interval.exactly(tokensPerSecond), rate, source, 'measured');
  if (bound === null) {
    const unknown = unknownQuantity(rate, 'the bytes that one step reads are not known');
    return { tokensPerSecond: measured, bound: unknown, bandwidthUse: { ...unknown, unit: 'ratio' }, verdict: 'unknown' };
  }
  const { verdict, bandwidthUse } = judgeMeasurement(tokensPerSecond, bound);
  return { tokensPerSecond: measured, bound: quantity(bound, rate, boundSource), bandwidthUse: quantity(interval.exactly(bandwidthUse), 'ratio', 'rate divided by bound'), verdict };
}

/** The rate of the plausible measurements that were taken under the load of the case. */
function measuredRate(sized: SizeCase, judgements: SizeResult['measurements']): Interval | undefined {
  const { concurrentRequests, contextTokens } = sized.workload;
  const rates = (sized.measurements ?? [])
    .filter((measured, at) => judgements[at]?.verdict === 'plausible' && measured.concurrentRequests === concurrentRequests && measured.contextTokens === contextTokens)
    .map(({ tokensPerSecond }) => tokensPerSecond);
  if (rates.length === 0) return undefined;
  return interval.between(Math.min(...rates), rates.reduce((sum, one) => sum + one, 0) / rates.length, Math.max(...rates));
}

function capacityOf({ demand }: SizeCase, tokensPerSecond: Interval | null, basis: string, reason: string): SizeResult['capacity'] {
  if (demand === undefined) return null;
  if (tokensPerSecond === null) return { perInstance: unknownQuantity('tokens/month', reason), instances: unknownQuantity('count', reason) };
  const perInstance = monthlyCapacity(tokensPerSecond, intervalOf(demand.hoursPerMonth), intervalOf(demand.utilisation));
  const wanted = [
    ...(demand.tokensPerMonth === undefined ? [] : [instancesNeeded(intervalOf(demand.tokensPerMonth), perInstance, demand.spareInstance)]),
    ...(demand.peakTokensPerSecond === undefined ? [] : [instancesNeeded(intervalOf(demand.peakTokensPerSecond), tokensPerSecond, demand.spareInstance)]),
  ];
  const most = (of: (count: Interval) => number): number => Math.max(...wanted.map(of));
  return {
    perInstance: quantity(perInstance, 'tokens/month', `rate * 3600 * hours * utilisation, from ${basis}`),
    instances:
      wanted.length === 0
        ? unknownQuantity('count', 'no demand is stated; write demand.tokensPerMonth or demand.peakTokensPerSecond')
        : quantity({ low: most(({ low }) => low), value: most(({ value }) => value), high: most(({ high }) => high) }, 'count', `demand divided by capacity, rounded up${demand.spareInstance ? ', and one to spare' : ''}`),
  };
}

function warningsOf(sized: SizeCase, model: CaseModel, judgements: SizeResult['measurements'], bound: Interval | null): readonly string[] {
  const rejected = judgements.flatMap(({ verdict, tokensPerSecond, bound: limit }) =>
    verdict === 'impossible' ? [`the measurement of ${tokensPerSecond.value} tokens/s (${tokensPerSecond.source}) is above the physical bound of ${limit.high?.toPrecision(4)} tokens/s and is rejected; check accelerators, format and concurrency of the source`] : [],
  );
  const cacheless = model.cacheBytes === null && bound !== null ? [`the cache is not known (${model.cacheUnknown})`] : [];
  const unmatched = (sized.measurements ?? []).length > 0 && measuredRate(sized, judgements) === undefined && sized.demand !== undefined ? ['no plausible measurement was taken under the concurrency and context of the case, so the capacity rests on the estimate'] : [];
  return [...rejected, ...cacheless, ...unmatched];
}
