import fc from 'fast-check';
import { invariant } from '../../../../test/cases/invariant.js';
import { countParameters, type ParameterCount } from './count-parameters.js';
import { interval } from './interval.js';
import { judgeMeasurement } from './judge-measurement.js';
import { keyValueBytes } from './key-value-cache.js';
import { fitMemory } from './memory-fit.js';
import { type ModelShape } from './model-shape.js';
import { readModelConfig } from './read-model-config.js';
import { cacheCopies } from './cache-copies.js';
import { spreadBound, throughputBound, type Split } from './throughput-bound.js';
import { weightBytes } from './weight-bytes.js';
import { type WeightFormat } from './weight-format.js';

const GiB = 2 ** 30;
const power = (most: number) => fc.integer({ min: 0, max: most }).map((exponent) => 2 ** exponent);

const model = fc
  .record({ layers: fc.integer({ min: 1, max: 120 }), keyValueHeads: power(5), groups: power(3), headDimension: power(3).map((one) => 32 * one), width: fc.integer({ min: 64, max: 40_000 }), vocabulary: fc.integer({ min: 1_000, max: 300_000 }), tied: fc.boolean(), window: fc.option(fc.integer({ min: 1, max: 32_768 })), experts: fc.option(fc.tuple(fc.integer({ min: 2, max: 64 }), fc.integer({ min: 1, max: 64 }))) })
  .map((drawn): { readonly shape: ModelShape; readonly count: ParameterCount } => {
    const heads = drawn.keyValueHeads * drawn.groups;
    const [experts, perToken] = drawn.experts ?? [];
    const { shape } = readModelConfig({
      model_type: 'mixtral',
      num_hidden_layers: drawn.layers,
      hidden_size: heads * drawn.headDimension,
      num_attention_heads: heads,
      num_key_value_heads: drawn.keyValueHeads,
      intermediate_size: drawn.width,
      vocab_size: drawn.vocabulary,
      tie_word_embeddings: drawn.tied,
      sliding_window: drawn.window,
      num_local_experts: experts ?? 1,
      num_experts_per_tok: Math.min(perToken ?? 1, experts ?? 1),
    });
    const count = shape && countParameters(shape);
    if (!shape || !count) throw new Error('a drawn shape must be countable');
    return { shape, count };
  });
const wholeFile = (bitsPerWeight: number, spread = 0): WeightFormat => ({ id: 'drawn', kind: 'whole-file', bitsPerWeight, spread, source: 'drawn' });
const bits = fc.double({ min: 1.5, max: 32, noNaN: true });
const context = fc.integer({ min: 0, max: 200_000 });
const concurrency = fc.integer({ min: 1, max: 1_000 });
const nothing = interval.exactly(0);

describe('invariants of sizing', () => {
  it(invariant(7, 'memory'), () => {
    fc.assert(
      fc.property(model, bits, bits, context, context, concurrency, concurrency, ({ shape, count }, b1, b2, c1, c2, n1, n2) => {
        const needed = (b: number, c: number, n: number) => weightBytes(count, wholeFile(b)).resident.value + n * keyValueBytes(shape, c, 16);
        expect(needed(Math.min(b1, b2), Math.min(c1, c2), Math.min(n1, n2))).toBeLessThanOrEqual(needed(Math.max(b1, b2), Math.max(c1, c2), Math.max(n1, n2)));
        const deeper = countParameters({ ...shape, layers: shape.layers + 1, windows: shape.windows.map((group) => ({ ...group, layers: group.layers + 1 })) });
        expect(deeper && weightBytes(deeper, wholeFile(b1)).resident.value).toBeGreaterThan(weightBytes(count, wholeFile(b1)).resident.value);
      }),
    );
  });

  it(invariant(7, 'cache'), () => {
    fc.assert(
      fc.property(model, fc.integer({ min: 1, max: 32_768 }), context, context, ({ shape }, window, beyond, further) => {
        const windowed = { ...shape, windows: [{ layers: shape.layers, window }] };
        expect(keyValueBytes(windowed, window + beyond, 16)).toBe(keyValueBytes(windowed, window + beyond + further, 16));
      }),
    );
  });

  it(invariant(8), () => {
    fc.assert(
      fc.property(model, bits, concurrency, ({ count }, b, n) => {
        expect(count.total).toBeGreaterThanOrEqual(count.active);
        const weights = weightBytes(count, wholeFile(b));
        expect(weights.read(n).value).toBeLessThanOrEqual(weights.resident.value * (1 + 1e-12));
        expect(weights.read(1).value).toBeLessThanOrEqual(weights.read(n).value * (1 + 1e-12));
      }),
    );
  });

  it(invariant(9), () => {
    fc.assert(
      fc.property(model, bits, context, concurrency, fc.double({ min: 10, max: 8_000, noNaN: true }), fc.double({ min: 0.01, max: 0.999, noNaN: true }), ({ shape, count }, b, c, n, gigabytes, share) => {
        const bound = throughputBound(gigabytes * 1e9, weightBytes(count, wholeFile(b, 0.05)).read(n), interval.exactly(keyValueBytes(shape, c, 16)), n);
        expect(judgeMeasurement(share * bound.high, bound).verdict).toBe('plausible');
        expect(judgeMeasurement(bound.high / share, bound).verdict).toBe('impossible');
        expect(bound.low).toBeLessThanOrEqual(bound.value);
        expect(bound.value).toBeLessThanOrEqual(bound.high);
      }),
    );
  });

  it(invariant(10), () => {
    const split = fc.constantFrom<Split>('layer', 'tensor-parallel');
    fc.assert(
      fc.property(model, bits, context, concurrency, fc.double({ min: 0.5, max: 300, noNaN: true }), fc.integer({ min: 0, max: 5 }), split, ({ shape, count }, b, c, n, memoryGiB, exponent, by) => {
        const verdict = (accelerators: number) => {
          const weights = weightBytes(count, wholeFile(b, 0.05)).resident;
          const cache = n * keyValueBytes(shape, c, 16) * cacheCopies(shape.keyValueHeads, accelerators, by);
          const overhead = interval.map(weights, (bytes) => Math.max(accelerators * GiB, 0.05 * bytes));
          return fitMemory({ weights, keyValueCache: interval.exactly(cache), activation: nothing, overhead }, interval.exactly(accelerators * memoryGiB * GiB), interval.exactly(0.9)).verdict;
        };
        const few = 2 ** exponent;
        const larger = by === 'layer' ? [few + 1, few + 3, 2 * few, 4 * few] : [2 * few, 4 * few];
        if (verdict(few) === 'fits') for (const more of larger) expect(verdict(more)).toBe('fits');
      }),
    );
  });

  it('more accelerators never lower the bound, and layers in sequence do not raise it for one request', () => {
    const split = fc.constantFrom<Split>('layer', 'tensor-parallel');
    fc.assert(
      fc.property(model, bits, context, concurrency, fc.integer({ min: 1, max: 64 }), split, ({ shape, count }, b, c, n, accelerators, by) => {
        const bound = (of: number, together: number) =>
          spreadBound({ split: by, accelerators: of, bandwidth: 1e12, readBytes: weightBytes(count, wholeFile(b)).read, cacheBytesPerSequence: interval.exactly(keyValueBytes(shape, c, 16)) }, together).value;
        expect(bound(accelerators + 1, n)).toBeGreaterThanOrEqual(bound(accelerators, n) * (1 - 1e-12));
        if (by === 'layer') expect(bound(accelerators, 1)).toBe(bound(1, 1));
      }),
    );
  });
});
