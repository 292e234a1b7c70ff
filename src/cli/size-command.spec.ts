import { readFile } from 'node:fs/promises';
import { sizeResult } from '../core/decision/sizing/size-result.js';
import { sizeCommand, sizeHelp } from './size-command.js';

const llama = { model_type: 'llama', hidden_size: 4096, intermediate_size: 14336, num_attention_heads: 32, num_hidden_layers: 32, num_key_value_heads: 8, vocab_size: 128256, tie_word_embeddings: false, torch_dtype: 'bfloat16' };
const example = sizeHelp.slice(sizeHelp.indexOf('  schema:')).replace(/^ {2}/gm, '');

const run = (caseText: string, config: object = llama, format: 'json' | 'text' = 'json') => {
  const files: Record<string, string> = { 'cases/case.yaml': caseText, 'cases/config.json': JSON.stringify(config) };
  return sizeCommand({ path: 'cases/case.yaml', format, referenceFolder: 'policies/reference' }, async (path) => (files[path] === undefined ? readFile(path) : Buffer.from(files[path])));
};

describe('domicile size', () => {
  it('sizes the example of its own help', async () => {
    const { stdout, stderr, exitCode } = await run(example);
    expect([stderr, exitCode]).toEqual(['', 0]);
    const result = sizeResult.parse(JSON.parse(stdout));
    expect(result.model.parameters).toMatchObject({ value: 8030261248, kind: 'derived' });
    expect(result.memory.verdict).toBe('fits');
    expect(result.measurements[0]?.verdict).toBe('plausible');
  });

  it('prints the same result as text', async () => {
    const { stdout } = await run(example, llama, 'text');
    expect(stdout).toContain('claims triage: fits');
    expect(stdout).toContain('weights             4.58 (4.35 to 4.80) GiB, derived');
  });

  it.each([
    ['split: single', 'split: layers', "case.yaml:12:10: 'hardware.split' is \"layers\"; did you mean 'layer'?"],
    ['count: 1', 'count: 2', "'hardware.split': 'single' goes with one accelerator"],
    ['count: 1\n  split: single', 'count: 3\n  split: tensor-parallel', '3 accelerators do not divide 32 attention heads'],
    ['value: 80, unit: GB, mib: 81920', 'value: 85.9, unit: GiB', 'looks like 80 GiB counted in GB; write 80 GiB'],
    ['mib: 81920', 'mib: 40960', 'its driver reports 40960 MiB; correct one of the two'],
    ['format: Q4_K_M', 'format: Q4_K_X', "the weight format 'Q4_K_X' is not known"],
    ['format: Q4_K_M', 'format: F16, file: { value: 14.96, unit: GB, kind: measured, source: ls }', 'take as many GiB; correct the unit'],
    ['config: config.json', 'config: absent.json', 'cases/absent.json: cannot be read'],
    ['config: config.json', 'config: config.json, parameters: 7000000000', 'but the configuration gives 8030261248'],
    ['contextTokens: 8192', 'contextTokens: -1', "'workload.contextTokens'"],
  ])('refuses %j written as %j', async (right, wrong, message) => {
    expect(example).toContain(right);
    const { stdout, stderr, exitCode } = await run(example.replace(right, wrong));
    expect([stdout, exitCode]).toEqual(['', 2]);
    expect(stderr).toContain(message);
  });

  it('refuses an accelerator that no reference fact describes', async () => {
    const named = await run(example.replace(/accelerator:\n(?: {4}.*\n)+/, 'accelerator: a100-80-sxm\n'));
    expect(named.stdout).toContain('"bandwidthPerAccelerator": {\n      "value": 2039');
    const { stderr, exitCode } = await run(example.replace(/accelerator:\n(?: {4}.*\n)+/, 'accelerator: h900\n'));
    expect(exitCode).toBe(2);
    expect(stderr).toContain("hardware.accelerator 'h900' is not among the reference facts; write its id, memory, bandwidth and source");
  });

  it('names the configuration where that is what is wrong', async () => {
    const { stderr, exitCode } = await run(example, { ...llama, num_hidden_layers: '32' });
    expect(exitCode).toBe(2);
    expect(stderr).toBe('cases/config.json:1:113: \'num_hidden_layers\' is the text "32"; write a whole number from 1 to 100000\n');
  });

  it("asks for the engine's log where the cache formula does not hold", async () => {
    const { stdout, exitCode } = await run(example, { ...llama, model_type: 'deepseek_v3', kv_lora_rank: 512 });
    const result = sizeResult.parse(JSON.parse(stdout));
    expect(exitCode).toBe(0);
    expect(result.model.cacheFormula).toBe("needs the engine's log");
    expect(result.keyValueCache.perToken).toMatchObject({ value: null, unknown: expect.stringContaining('multi-head latent attention') });
    expect(result.memory.verdict).toBe('unknown');
  });

  it('cannot tell a fit that hangs on what a marketed GB means', async () => {
    const { stdout } = await run(example.replace('mib: 81920', 'mib: null').replace('format: Q4_K_M', 'format: F16').replace('concurrentRequests: 16', 'concurrentRequests: 52'));
    const result = sizeResult.parse(JSON.parse(stdout));
    expect(result.memory.verdict).toBe('unknown');
    expect(result.warnings.join('\n')).toContain('may be 10^9 or 2^30 bytes each');
  });

  it('rejects a measurement above its bound and does not build on it', async () => {
    const { stdout } = await run(example.replace('tokensPerSecond: 75, concurrentRequests: 1', 'tokensPerSecond: 90000, concurrentRequests: 16, contextTokens: 8192'));
    const result = sizeResult.parse(JSON.parse(stdout));
    expect(result.measurements[0]?.verdict).toBe('impossible');
    expect(result.capacity?.perInstance.source).toContain('from the estimate');
    expect(result.warnings.join('\n')).toContain('above the physical bound');
  });
});
