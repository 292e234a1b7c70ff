import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sizeCommand } from '../../src/cli/size-command.js';
import { sizeResult, type SizeResult } from '../../src/core/decision/sizing/size-result.js';

const corpus = process.env['DOMICILE_CORPUS'];
const withCorpus = corpus === undefined ? describe.skip : describe;
if (corpus === undefined) process.stderr.write('SKIPPED: set DOMICILE_CORPUS to run the sizing corpus\n');

/** Totals and cache of the models as their authors publish them, by the name of the file. */
const known: Readonly<Record<string, { readonly parameters: number; readonly cacheBytesPerToken: number }>> = {
  'Llama-3.1-8B.config.json': { parameters: 8_030_261_248, cacheBytesPerToken: 131_072 },
  'Qwen2.5-7B.config.json': { parameters: 7_615_616_512, cacheBytesPerToken: 57_344 },
};

async function size(config: string): Promise<SizeResult> {
  const text = `
schema: domicile/size-case/1
name: corpus
model: { config: ${JSON.stringify(config)} }
hardware:
  accelerator: { id: card, memory: { value: 80, unit: GiB }, bandwidth: { value: 2039, unit: GB/s }, source: data sheet }
  count: 1
  split: single
workload: { contextTokens: 4096, concurrentRequests: 8 }
`;
  const { stdout, stderr, exitCode } = await sizeCommand({ path: '/case.yaml', format: 'json', referenceFolder: 'policies/reference' }, async (path) => (path === '/case.yaml' ? Buffer.from(text) : readFile(path)));
  expect([stderr, exitCode]).toEqual(['', 0]);
  return sizeResult.parse(JSON.parse(stdout));
}

withCorpus('configurations of published models', () => {
  const folder = join(corpus ?? '.', 'hf-config');
  const files = corpus === undefined ? [] : readdirSync(folder).filter((name) => name.endsWith('config.json'));

  it.each(files)('%s is sized, or says why not', async (file) => {
    const { model, weights, keyValueCache, memory } = await size(join(folder, file));
    for (const amount of [model.parameters, weights.resident, keyValueCache.perToken]) expect(amount.value === null ? amount.unknown : amount.value).toBeTruthy();
    const expected = known[file];
    if (expected === undefined) return;
    expect([model.parameters.value, keyValueCache.perToken.value]).toEqual([expected.parameters, expected.cacheBytesPerToken]);
    expect(weights.resident.value).toBe(2 * expected.parameters);
    expect(memory.verdict).toBe('fits');
  });

  it('holds the files that are known by their totals', () => {
    expect(files).toEqual(expect.arrayContaining(Object.keys(known)));
  });
});
