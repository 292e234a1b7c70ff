import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { countParameters, type ParameterCount } from '../../src/core/decision/sizing/count-parameters.js';
import { findWeightFormat } from '../../src/core/decision/sizing/find-weight-format.js';
import { instancesNeeded } from '../../src/core/decision/sizing/instances-needed.js';
import { interval, type Interval } from '../../src/core/decision/sizing/interval.js';
import { judgeMeasurement } from '../../src/core/decision/sizing/judge-measurement.js';
import { keyValueBytes } from '../../src/core/decision/sizing/key-value-cache.js';
import { keyValueCapacity } from '../../src/core/decision/sizing/key-value-capacity.js';
import { fitMemory } from '../../src/core/decision/sizing/memory-fit.js';
import { minimumConcurrency } from '../../src/core/decision/sizing/minimum-concurrency.js';
import { type ModelShape } from '../../src/core/decision/sizing/model-shape.js';
import { monthlyCapacity } from '../../src/core/decision/sizing/monthly-capacity.js';
import { readModelConfig } from '../../src/core/decision/sizing/read-model-config.js';
import { resolveWeightFormats } from '../../src/core/decision/sizing/resolve-weight-formats.js';
import { throughputBound, usableBandwidth } from '../../src/core/decision/sizing/throughput-bound.js';
import { weightBytes, type WeightBytes } from '../../src/core/decision/sizing/weight-bytes.js';
import { weightFormatsFile } from '../../src/core/decision/sizing/weight-format.js';
import { hardwareFacts } from '../../src/core/reference/hardware-facts.js';

const number = z.number();
const config = z.record(z.string(), z.union([number, z.string(), z.boolean()]));
const rows = <Shape extends z.ZodRawShape>(shape: Shape) => z.array(z.strictObject({ source: z.string().optional(), ...shape }));
const published = z
  .strictObject({
    sources: z.record(z.string(), z.string()),
    models: z.record(z.string(), z.strictObject({ source: z.string(), config, expect: z.strictObject({ parameters: number, cacheBytesPerToken: number, fp16GB: number, fp16GiB: number, active: number.optional() }) })),
    bandwidthGBps: z.strictObject({ source: z.string(), of: z.record(z.string(), number) }),
    quantisedSizes: z.strictObject({ source: z.string(), model: z.string(), rows: rows({ format: z.string(), bits: number, publishedGiB: number, calculatedGiB: number }) }),
    fileSizes: rows({ model: z.string(), format: z.string(), published: number, unit: z.enum(['GB', 'GiB']), calculated: number.optional(), effectiveBits: number.optional(), tolerance: number }),
    awqSizes: z.strictObject({ source: z.string(), rows: rows({ model: z.string(), publishedGB: number }) }),
    caches: rows({ model: z.string(), layers: number, heads: number, dimension: number, context: number, concurrency: number, published: number, unit: z.enum(['B', 'GB', 'GiB']), expect: z.enum(['exact', 'mismatch']) }),
    engineLog: z.strictObject({ source: z.string(), model: z.string(), blockTokens: number, rows: rows({ cacheGiB: number, blocks: number }) }),
    decodeRates: z.strictObject({ source: z.string(), rows: rows({ model: z.string(), format: z.string(), on: z.string(), count: number, measured: number, bound: number, use: number, fileGiB: number.optional() }) }),
    otherRates: rows({ model: z.string(), on: z.string(), measured: number, bound: number, use: number, publishedUse: number.optional(), shape: z.string().optional(), wholeFile: z.boolean().optional(), activeParameters: number.optional(), bits: number.optional() }),
    requestRates: z.strictObject({ source: z.string(), on: z.string(), configs: z.record(z.string(), config), rows: z.array(z.record(z.string(), number)) }),
    fits: z.strictObject({
      source: z.string(),
      rows: rows({ model: z.string(), count: number, memoryGiB: number, on: z.string(), weightsGB: number, activeGB: number, usableGB: number, headroomGB: number, fits: z.boolean(), claimed: number, boundOfOne: number, minimumConcurrency: number }),
    }),
    capacities: rows({ model: z.string(), tokensPerSecond: number, hours: number, utilisation: number, publishedMillions: number, calculatedMillions: number }),
    impossible: z.strictObject({ source: z.string(), model: z.string(), rows: rows({ claim: z.string(), on: z.string(), count: number, claimed: number, bound: number }) }),
  })
  .parse(parse(readFileSync('test/cases/published-sizing.yaml', 'utf8')));

const fact = (name: string): unknown => parse(readFileSync(`policies/reference/${name}.yaml`, 'utf8'));
const formats = resolveWeightFormats(weightFormatsFile.parse(fact('sizing/weight-formats')), hardwareFacts.parse(fact('hardware')));
const GB = 1e9;
const GiB = 2 ** 30;
const noCache = interval.exactly(0);

function shapeOf(modelConfig: unknown): ModelShape {
  const { shape, problems } = readModelConfig(modelConfig);
  if (shape === null) throw new Error(problems.join('; '));
  return shape;
}
function countOf(shape: ModelShape): ParameterCount {
  const count = countParameters(shape);
  if (count === null) throw new Error('not countable');
  return count;
}
const known = (model: string) => {
  const entry = published.models[model];
  if (entry === undefined) throw new Error(`no model ${model}`);
  return { ...entry, shape: shapeOf(entry.config), count: countOf(shapeOf(entry.config)) };
};
function storedAs(model: string, format: string): WeightBytes {
  const found = findWeightFormat({ format }, formats);
  if (found === undefined) throw new Error(`no format ${format}`);
  return weightBytes(known(model).count, found);
}
const bandwidthOf = (name: string): number => {
  const found = published.bandwidthGBps.of[name];
  if (found === undefined) throw new Error(`no bandwidth of ${name}`);
  return found * GB;
};
/** Equal to the last digit that the published number is printed with. */
const decimals = (value: number): number => (String(value).split('.')[1] ?? '').length;
const expectDigits = (value: number, printed: number, digits = decimals(printed)): void => expect(Math.abs(value - printed)).toBeLessThanOrEqual(0.5000001 * 10 ** -digits);

describe('models', () => {
  it.each(Object.keys(published.models))('%s: parameters, cache and FP16 weights to the digit', (model) => {
    const { shape, count, expect: wanted } = known(model);
    expect(count.total).toBe(wanted.parameters);
    expect(count.active).toBe(wanted.active ?? wanted.parameters);
    expect(keyValueBytes(shape, 1, 16)).toBe(wanted.cacheBytesPerToken);
    const { resident } = storedAs(model, 'F16');
    expectDigits(resident.value / GB, wanted.fp16GB);
    expectDigits(resident.value / GiB, wanted.fp16GiB);
  });
});

describe('weights', () => {
  it.each(published.quantisedSizes.rows)('$format takes $publishedGiB GiB', ({ format, bits, publishedGiB, calculatedGiB }) => {
    const { resident } = storedAs(published.quantisedSizes.model, format);
    expectDigits(resident.value / GiB, publishedGiB, 2);
    expect(Math.abs(resident.value / GiB - calculatedGiB)).toBeLessThan(0.001);
    expect(findWeightFormat({ format }, formats)?.bitsPerWeight).toBeCloseTo(bits, 2);
  });

  it.each(published.fileSizes)('$model in $format: $published $unit', ({ model, format, published: size, unit, calculated, effectiveBits, tolerance }) => {
    const { resident } = storedAs(model, format);
    const inUnit = (bytes: number): number => bytes / (unit === 'GB' ? GB : GiB);
    expect(Math.abs(inUnit(resident.value) / size - 1)).toBeLessThanOrEqual(tolerance);
    expect(inUnit(resident.low) * (1 - tolerance)).toBeLessThanOrEqual(size);
    expect(inUnit(resident.high) * (1 + tolerance)).toBeGreaterThanOrEqual(size);
    if (calculated !== undefined) expectDigits(inUnit(resident.value), calculated, 3);
    if (effectiveBits !== undefined) expectDigits((size * GiB * 8) / known(model).count.total, effectiveBits, 3);
  });

  it.each(published.awqSizes.rows)('$model in AWQ: $publishedGB GB', ({ model, publishedGB }) => {
    expectDigits(storedAs(model, 'AWQ').resident.value / GB, publishedGB, 2);
  });
});

describe('key-value cache', () => {
  it.each(published.caches)('$model ($expect)', ({ layers, heads, dimension, context, concurrency, published: size, unit, expect: wanted }) => {
    const bytes = concurrency * keyValueBytes({ keyValueHeads: heads, headDimension: dimension, windows: [{ layers, window: null }] }, context, 16);
    const inUnit = bytes / { B: 1, GB, GiB }[unit];
    if (wanted === 'exact') expectDigits(inUnit, size, unit === 'B' ? 0 : 2);
    else expect(size / inUnit).toBeGreaterThan(100);
  });

  it.each(published.engineLog.rows)('an engine hands out $blocks blocks of $cacheGiB GiB', ({ cacheGiB, blocks }) => {
    const { blockTokens, model } = published.engineLog;
    const tokens = keyValueCapacity(cacheGiB * GiB, keyValueBytes(known(model).shape, 1, 16), blockTokens);
    expect(Math.abs(tokens / (blocks * blockTokens) - 1)).toBeLessThan(0.0011);
  });
});

describe('decode rates', () => {
  it.each(published.decodeRates.rows)('$model $format on $count x $on', ({ model, format, on, count, measured, bound, use, fileGiB }) => {
    const bandwidth = usableBandwidth(bandwidthOf(on), count, count === 1 ? 'single' : 'layer');
    const read = fileGiB === undefined ? storedAs(model, format).read(1).value : fileGiB * GiB;
    const limit = throughputBound(bandwidth, interval.exactly(read), noCache, 1);
    expectDigits(limit.value, bound);
    const judgement = judgeMeasurement(measured, limit);
    expect(judgement.verdict).toBe('plausible');
    expectDigits(judgement.bandwidthUse, use, 3);
  });

  it.each(published.otherRates)('$model on $on', ({ on, measured, bound, use, publishedUse, shape, wholeFile, activeParameters, bits }) => {
    const weights = shape === undefined ? null : storedAs(shape, 'BF16');
    const read = weights === null ? ((activeParameters ?? 0) * (bits ?? 0)) / 8 : wholeFile === true ? weights.resident.value : weights.read(1).value;
    const limit = throughputBound(bandwidthOf(on), interval.exactly(read), noCache, 1);
    expectDigits(limit.value, bound);
    expect(judgeMeasurement(measured, limit).verdict).toBe('plausible');
    expectDigits(measured / limit.value, use);
    if (publishedUse !== undefined) expectDigits(measured / limit.value, publishedUse);
  });

  it.each(published.requestRates.rows)('$users users on one card stay below the bound of one request', ({ users: _users, ...rates }) => {
    const { configs, on } = published.requestRates;
    for (const [model, rate] of Object.entries(rates)) {
      const count = configs[model] === undefined ? known('Llama-3-8B').count : countOf(shapeOf(configs[model]));
      const read = weightBytes(count, { id: 'BF16', kind: 'whole-file', bitsPerWeight: 16, spread: 0, source: 'test' }).read(1);
      expect(judgeMeasurement(rate, throughputBound(bandwidthOf(on), read, noCache, 1)).verdict).toBe('plausible');
    }
  });

  it.each(published.impossible.rows)('rejects: $claim', ({ on, count, claimed, bound }) => {
    const bandwidth = usableBandwidth(bandwidthOf(on), count, count === 1 ? 'single' : 'tensor-parallel');
    const weights = storedAs(published.impossible.model, 'F16');
    const limit = throughputBound(bandwidth, weights.resident, noCache, 1);
    expectDigits(limit.value, bound);
    expect(judgeMeasurement(claimed, limit).verdict).toBe('impossible');
    expect(judgeMeasurement(claimed, throughputBound(bandwidth, weights.read(1), noCache, 1)).verdict).toBe('impossible');
  });
});

describe('memory fit', () => {
  it.each(published.fits.rows)('$model on $count x $memoryGiB GiB', ({ count, memoryGiB, on, weightsGB, activeGB, usableGB, headroomGB, fits, claimed, boundOfOne, minimumConcurrency: batch }) => {
    const weights = interval.exactly(weightsGB * GB);
    const utilisation = interval.exactly(0.9);
    const memory = interval.exactly(count * memoryGiB * GiB);
    const nothing: Interval = interval.exactly(0);
    const bare = fitMemory({ weights, keyValueCache: nothing, activation: nothing, overhead: nothing }, memory, utilisation);
    expectDigits(bare.available.value / GB, usableGB, 1);
    expectDigits(bare.headroom.value / GB, headroomGB, 1);
    const overhead = interval.exactly(Math.max(count * GiB, 0.05 * weights.value));
    expect(fitMemory({ weights, keyValueCache: nothing, activation: nothing, overhead }, memory, utilisation).verdict).toBe(fits ? 'fits' : 'does-not-fit');
    const one = throughputBound(bandwidthOf(on), interval.exactly(activeGB * GB), noCache, 1).value;
    expectDigits(one, boundOfOne, 1);
    expect(minimumConcurrency(claimed, one)).toBe(batch);
  });
});

describe('capacity', () => {
  const of = (tokensPerSecond: number, hours: number, utilisation: number) => monthlyCapacity(interval.exactly(tokensPerSecond), interval.exactly(hours), interval.exactly(utilisation)).value / 1e6;

  it.each(published.capacities)('$model: $publishedMillions million tokens a month', ({ tokensPerSecond, hours, utilisation, publishedMillions, calculatedMillions }) => {
    expectDigits(of(tokensPerSecond, hours, utilisation), publishedMillions, decimals(publishedMillions));
    expect(of(tokensPerSecond, hours, utilisation)).toBeCloseTo(calculatedMillions, 1);
  });

  it('follows only from months of 22 days of 8 hours, not from the 20 that a review reads', () => {
    const row = published.capacities[0];
    if (row === undefined) throw new Error('no row');
    expectDigits(of(row.tokensPerSecond, 8 * 22, 1), row.publishedMillions, 1);
    expect(Math.abs(of(row.tokensPerSecond, 8 * 20, 1) - row.publishedMillions)).toBeGreaterThan(40);
  });

  it('needs 13 to 52 instances for a break-even volume that one cannot reach', () => {
    const one = interval.exactly(288e6);
    expect([3.7352e9, 14.9407e9].map((volume) => instancesNeeded(interval.exactly(volume), one, false).value)).toEqual([13, 52]);
  });
});

it('cites every source it uses', () => {
  const used = JSON.stringify(published).matchAll(/"source":"([^"]+)"/g);
  for (const [, name] of used) expect(Object.keys(published.sources)).toContain(name);
});
