import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { hardwareFacts } from '../../reference/hardware-facts.js';
import { accelerator } from './accelerator.js';
import { resolveWeightFormats } from './resolve-weight-formats.js';
import { sizeCase } from './size-case.js';
import { sizeDeployment } from './size-deployment.js';
import { sizeResult } from './size-result.js';
import { sizingAssumptions } from './sizing-assumptions.js';
import { weightFormatsFile } from './weight-format.js';

const fact = (name: string): unknown => parse(readFileSync(`policies/reference/${name}.yaml`, 'utf8'));
const formats = resolveWeightFormats(weightFormatsFile.parse(fact('sizing/weight-formats')), hardwareFacts.parse(fact('hardware')));
const assumptions = sizingAssumptions.parse(fact('sizing/assumptions'));

const a100 = { id: 'a100', memory: { value: 80, unit: 'GB', mib: 81920 }, bandwidth: { value: 2039, unit: 'GB/s' }, dense: { fp16: 312 }, source: 'data sheet' };
const llama8b = { model_type: 'llama', hidden_size: 4096, intermediate_size: 14336, num_attention_heads: 32, num_hidden_layers: 32, num_key_value_heads: 8, vocab_size: 128256, tie_word_embeddings: false, torch_dtype: 'bfloat16' };
const mixtral = { ...llama8b, model_type: 'mixtral', vocab_size: 32000, num_local_experts: 8, num_experts_per_tok: 2 };
const demand = { tokensPerMonth: 1e9, hoursPerMonth: 730, utilisation: 0.7, spareInstance: true };

interface Changes {
  readonly config?: object;
  readonly card?: object;
  readonly [key: string]: unknown;
}

function size({ config = llama8b, card = a100, ...changes }: Changes = {}) {
  const sized = sizeCase.parse({ schema: 'domicile/size-case/1', name: 'case', model: { config: 'config.json' }, hardware: { accelerator: 'a100', count: 1, split: 'single' }, workload: { contextTokens: 4096, concurrentRequests: 8 }, ...changes });
  return sizeDeployment({ sized, config: sized.model.config === undefined ? undefined : config, accelerator: accelerator.parse(card), formats, assumptions });
}
function sizeOf(changes: Changes = {}) {
  const outcome = size(changes);
  if ('problems' in outcome) throw new Error(outcome.problems.map(({ message }) => message).join('; '));
  return sizeResult.parse(outcome.result);
}

describe('sizeDeployment', () => {
  it('adds weights, cache and overhead and compares them with what the engine may use', () => {
    const { memory, keyValueCache } = sizeOf();
    expect(keyValueCache.total.value).toBe(8 * 4096 * 131_072);
    expect(memory.needed.value).toBe(2 * 8_030_261_248 + 8 * 4096 * 131_072 + 2 ** 30);
    expect(memory.available.value).toBeCloseTo(0.9 * 80 * 2 ** 30, 0);
    expect(memory.verdict).toBe('fits');
  });

  it('shows the shortfall in bytes where a model does not fit', () => {
    const { memory } = sizeOf({ workload: { contextTokens: 131_072, concurrentRequests: 8 } });
    expect(memory.verdict).toBe('does-not-fit');
    expect(memory.headroom.value).toBeLessThan(-70e9);
  });

  it('calls FP8 storage only where no FP8 arithmetic is known', () => {
    expect(sizeOf({ weights: { format: 'FP8' } }).warnings.join('\n')).toContain("no FP8 arithmetic is known of 'a100', so FP8 is storage only");
    expect(sizeOf({ weights: { format: 'FP8' }, card: { ...a100, dense: { fp16: 989, fp8: 1979 } } }).warnings).toEqual([]);
  });

  it('gives mixtures the wider and lower share of the bound, and reads more experts for more requests', () => {
    const one = sizeOf({ config: mixtral, hardware: { accelerator: 'a100', count: 2, split: 'tensor-parallel' }, workload: { contextTokens: 4096, concurrentRequests: 1 } });
    expect(one.model.activeParameters.value).toBe(12_879_925_248);
    const { boundOfAll, estimate } = one.throughput;
    expect(estimate.low).toBeCloseTo(0.2 * (boundOfAll.low ?? 0), 6);
    expect(estimate.high).toBeCloseTo(0.65 * (boundOfAll.high ?? 0), 6);
    const many = sizeOf({ config: mixtral, hardware: { accelerator: 'a100', count: 2, split: 'tensor-parallel' } });
    expect(many.weights.readPerStep.value).toBeGreaterThan(2 * (one.weights.readPerStep.value ?? 0));
    expect(many.weights.readPerStep.value).toBeLessThan(many.weights.resident.value ?? 0);
  });

  it('lets tensor parallelism use all bandwidth, and layers in sequence that of one accelerator for one request', () => {
    const bound = (count: number, split: string) => sizeOf({ hardware: { accelerator: 'a100', count, split } }).throughput.boundOfOne.value ?? 0;
    expect(bound(4, 'tensor-parallel')).toBeCloseTo(4 * bound(1, 'single'), 6);
    expect(bound(4, 'layer')).toBeCloseTo(bound(1, 'single'), 6);
  });

  it('copies key-value heads when there are more accelerators than heads', () => {
    const cache = (count: number) => sizeOf({ hardware: { accelerator: 'a100', count, split: 'tensor-parallel' } }).keyValueCache.total.value ?? 0;
    expect(cache(8)).toBe(cache(1));
    expect(cache(16)).toBe(2 * cache(1));
  });

  it('keeps below the peak of arithmetic when many short requests share the weights', () => {
    const { boundOfAll } = sizeOf({ workload: { contextTokens: 1, concurrentRequests: 10_000 } }).throughput;
    expect(boundOfAll.value).toBeCloseTo(312e12 / (2 * (8_030_261_248 - 128_256 * 4096)), 0);
  });

  it('rounds instances up over the interval and adds the spare one', () => {
    const { capacity, throughput } = sizeOf({ demand });
    const months = (rate: number | null) => (rate ?? 0) * 3600 * 730 * 0.7;
    expect(capacity?.perInstance.value).toBeCloseTo(months(throughput.estimate.value), 0);
    expect(capacity?.instances).toMatchObject({ low: Math.ceil(1e9 / months(throughput.estimate.high)) + 1, high: Math.ceil(1e9 / months(throughput.estimate.low)) + 1 });
    expect(sizeOf({ demand: { ...demand, tokensPerMonth: 0 } }).capacity?.instances.value).toBe(0);
    expect(sizeOf({ demand: { hoursPerMonth: 730, utilisation: 1, spareInstance: false } }).capacity?.instances).toMatchObject({ value: null, unknown: expect.stringContaining('no demand is stated') });
  });

  it('rests the capacity on a measurement of the same load', () => {
    const measured = { tokensPerSecond: 400, concurrentRequests: 8, contextTokens: 4096, source: 'load test' };
    const { capacity, measurements } = sizeOf({ demand, measurements: [measured] });
    expect(measurements[0]?.verdict).toBe('plausible');
    expect(capacity?.perInstance.value).toBeCloseTo(400 * 3600 * 730 * 0.7, 0);
  });

  it('sizes from stated parameters, and asks for the configuration where only it would tell', () => {
    const stated = sizeOf({ model: { parameters: { value: 7e10, kind: 'quoted', source: 'model card' } }, weights: { format: 'Q4_K_M' } });
    expect(stated.model.parameters).toMatchObject({ value: 7e10, kind: 'quoted', source: 'model card' });
    expect(stated.weights.resident.value).toBeCloseTo((7e10 * 4.8944) / 8, 0);
    expect(stated.memory.verdict).toBe('unknown');
    expect(stated.keyValueCache.total.unknown).toContain("needs the engine's log");
  });

  it('takes the size of the files and the bytes per token of the engine where they are given', () => {
    const { weights, keyValueCache, memory } = sizeOf({ config: { model_type: 'deepseek_v3' }, weights: { file: { value: 40, unit: 'GiB', kind: 'measured', source: 'ls' } }, keyValueCache: { bytesPerToken: { value: 70_272, kind: 'measured', source: 'engine log' } } });
    expect(weights.resident.value).toBe(40 * 2 ** 30);
    expect(keyValueCache.perToken).toMatchObject({ value: 70_272, source: 'engine log' });
    expect(memory.verdict).toBe('fits');
  });

  it('says that a model which is too large without any cache does not fit', () => {
    const { memory } = sizeOf({ model: { parameters: 70e9 }, weights: { format: 'BF16' } });
    expect(memory.verdict).toBe('does-not-fit');
  });

  it('has a source for every number', () => {
    const text = JSON.stringify(sizeOf({ demand }));
    expect(text).not.toContain('"source":""');
    for (const [, kind] of text.matchAll(/"kind":"([a-z]+)"/g)) expect(['measured', 'quoted', 'derived', 'assumed']).toContain(kind);
  });
});
