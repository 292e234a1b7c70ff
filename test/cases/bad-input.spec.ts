import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { type CommandOutput, type ReadBytes } from '../../src/cli/command-output.js';
import { costCommand } from '../../src/cli/cost-command.js';
import { decideCommand } from '../../src/cli/decide-command.js';
import { opennessCommand } from '../../src/cli/openness-command.js';
import { sizeCommand, sizeHelp } from '../../src/cli/size-command.js';
import { type DecisionRecord } from '../../src/core/decision/record/decision-record.js';
import { runDomicile } from '../cli/run-domicile.js';

const engine = 'domicile/test';
const referenceFolder = 'policies/reference';
const config = { model_type: 'llama', hidden_size: 4096, intermediate_size: 14336, num_attention_heads: 32, num_hidden_layers: 32, num_key_value_heads: 8, vocab_size: 128256, tie_word_embeddings: false, torch_dtype: 'bfloat16' };

const commands: Readonly<Record<'decide' | 'cost' | 'size' | 'openness', (read: ReadBytes) => Promise<CommandOutput>>> = {
  decide: (read) => decideCommand({ path: 'case.yaml', format: 'json', engine, whatIf: true }, read),
  cost: (read) => costCommand({ path: 'case.yaml', format: 'json', engine }, read),
  size: (read) => sizeCommand({ path: 'case.yaml', format: 'json', referenceFolder }, read),
  openness: (read) => opennessCommand({ paths: ['case.yaml'], format: 'json', asOf: '2026-11-23T00:00:00Z', referenceFolder }, read),
};
type Name = keyof typeof commands;
const names = Object.keys(commands) as readonly Name[];

const run = (name: Name, content: string | Uint8Array, files: Readonly<Record<string, string>> = { 'config.json': JSON.stringify(config) }): Promise<CommandOutput> =>
  commands[name](async (path) => (path === 'case.yaml' ? Buffer.from(content) : files[path] === undefined ? readFile(path) : Buffer.from(files[path])));

/** Nothing on standard output, exit code 2, and every line names the place and a remedy. */
async function refusal(name: Name, content: string | Uint8Array, files?: Readonly<Record<string, string>>): Promise<string> {
  const { stdout, stderr, exitCode } = await run(name, content, files);
  expect([stdout, exitCode]).toEqual(['', 2]);
  for (const line of stderr.trimEnd().split('\n')) expect(line).toMatch(/^(case\.yaml|config\.json)(:\d+:\d+)?: .+; /);
  return stderr;
}

const samples = {
  decide: readFileSync('examples/decisions/open-wins.yaml', 'utf8').replace(/^approval:.*\n/m, ''),
  cost: readFileSync('examples/decisions/cost-assistant.yaml', 'utf8'),
  size: sizeHelp.slice(sizeHelp.indexOf('  schema:')).replace(/^ {2}/gm, ''),
  openness: 'release:\n  name: m\n  components: [{ name: Model architecture }]\n',
} as const;

it.each(names)('%s takes the sample that is broken below', async (name) => {
  expect(await run(name, samples[name])).toMatchObject({ stderr: '', exitCode: 0 });
});

describe('hostile files, for every command', () => {
  const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]', ...'bcdefg'.split('').map((key, index) => `${key}: &${key} [${Array(9).fill(`*${'abcdefg'[index]}`).join(', ')}]`)].join('\n');
  const files: readonly (readonly [string, string | Uint8Array, string])[] = [
    ['an alias bomb', bomb, 'write the values out instead of aliases'],
    ['an anchor that holds itself', 'a: &a [*a]\n', 'case.yaml:1:'],
    ['brackets 20,000 deep', `a: ${'['.repeat(20_000)}${']'.repeat(20_000)}`, 'case.yaml:1:1: nested deeper than 64 levels; flatten it'],
    ['keys 500 deep', Array.from({ length: 500 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'), 'nested deeper than 64 levels; flatten it'],
    ['33 MiB', `a: ${'x'.repeat(33 * 2 ** 20)}`, 'more than the 33554432 that are read; split it'],
    ['bytes that are no text', Uint8Array.from({ length: 512 }, (_, byte) => byte % 256), 'the file is not UTF-8; save it as UTF-8'],
    ['UTF-16', Buffer.from('\ufeffa: 1\n', 'utf16le'), 'the file is UTF-16; save it as UTF-8'],
    ['an empty file', '', 'case.yaml:1:1: the file holds no document; write one'],
    ['nothing but a comment', '# later\n', 'case.yaml:1:1: the file holds no document; write one'],
    ['two documents', 'a: 1\n---\nb: 1\n', 'case.yaml:3:1: a second document begins here; keep one document per file'],
    ['a key that stands twice', 'a: 1\na: 2\n', "case.yaml:2:1: the key 'a' stands twice; keep one"],
    ['a prototype key', '__proto__: { a: 1 }\n', "the key '__proto__' is not allowed; rename it"],
    ['a tag of a language', 'a: !!js/function "x"\n', 'case.yaml:1:4: Unresolved tag'],
    ['a tab', 'a:\n\tb: 1\n', 'case.yaml:2:1: Tabs are not allowed as indentation'],
  ];
  it.each(names.flatMap((name) => files.map(([what, content, message]) => ({ name, what, content, message }))))('$name: $what', async ({ name, content, message }) => {
    expect(await refusal(name, content)).toContain(message);
  });

  it.each(names)('%s: a file that is not there', async (name) => {
    const { stdout, stderr, exitCode } = await commands[name](async (path) => readFile(path === 'case.yaml' ? 'nowhere/case.yaml' : path));
    expect([stdout, exitCode]).toEqual(['', 2]);
    expect(stderr).toMatch(/^case\.yaml: cannot be read \(.*ENOENT.*\); name a file that exists and may be read\n$/);
  });
});

describe('the wrong kind of file', () => {
  it.each([
    ['decide', samples.cost, "case.yaml:4:9: 'schema' is domicile/cost-case/1, which is read by 'domicile cost'; name a file that begins with 'schema: domicile/decide-case/1'\n"],
    ['cost', samples.decide, "case.yaml:4:9: 'schema' is domicile/decide-case/1, which is read by 'domicile decide'; name a file that begins with 'schema: domicile/cost-case/1'\n"],
    ['size', samples.cost, "case.yaml:4:9: 'schema' is domicile/cost-case/1, which is read by 'domicile cost'; name a file that begins with 'schema: domicile/size-case/1'\n"],
    ['openness', 'schema: domicile/size-case/1\nname: m\n', "case.yaml:1:9: 'schema' is domicile/size-case/1, which is read by 'domicile size'; name a file of another kind\n"],
    ['decide', 'domicile: 1\n', "case.yaml:1:1: 'schema' is missing; write 'schema: domicile/decide-case/1' where the file is of that kind\n"],
    ['cost', 'schema: domicile/cost-case/2\n', `case.yaml:1:9: 'schema' is "domicile/cost-case/2"; write 'schema: domicile/cost-case/1' where the file is of that kind\n`],
    ['size', '[1, 2]\n', "case.yaml:1:1: the file holds no mapping of keys to values; name a file that begins with 'schema: domicile/size-case/1'\n"],
    ['decide', '42\n', 'case.yaml:1:1: the file holds no mapping of keys to values'],
    ['cost', 'null\n', 'case.yaml:1:1: the file holds no mapping of keys to values'],
    ['openness', '[1, 2]\n', "case.yaml:1:1: 'this entry' is a list; write a mapping"],
  ] as const)('%s is given %j', async (name, content, message) => {
    expect((await refusal(name, content)).startsWith(message)).toBe(true);
  });
});

interface Slip {
  readonly name: Name;
  readonly right: string;
  readonly wrong: string;
  readonly message: string;
}

const slips: readonly Slip[] = [
  // weights
  { name: 'decide', right: 'method: swing\n  points: { cost: 60, sovereignty: 100, capability: 80, specialisation: 40, latency: 30, price-risk: 50 }', wrong: 'method: direct\n  weights: { cost: 0.6, sovereignty: 0.1, capability: 0.1, specialisation: 0.1, latency: 0.1, price-risk: 0.1 }', message: "case.yaml:26:3: 'weighting': the weights sum to 1.1 and not to 1; correct them or use swing points" },
  { name: 'decide', right: 'method: swing\n  points: { cost: 60,', wrong: 'method: swings\n  points: { cost: 60,', message: `case.yaml:26:11: 'weighting.method' is "swings"; did you mean 'swing'? write one of: swing, direct, ahp` },
  { name: 'decide', right: 'points: { cost: 60', wrong: 'points: { cost: 0', message: "the weight of 'cost' is 0; a weight is above zero" },
  { name: 'decide', right: 'points: { cost: 60', wrong: 'points: { cost: -60', message: "the weight of 'cost' is -60; a weight is above zero" },
  { name: 'decide', right: 'points: { cost: 60', wrong: 'points: { cost: .nan', message: "case.yaml:27:19: 'weighting.points.cost' is NaN; write a finite number in digits" },
  { name: 'decide', right: 'points: { cost: 60', wrong: 'points: { cost: .inf', message: "case.yaml:27:19: 'weighting.points.cost' is Infinity; write a finite number in digits" },
  { name: 'decide', right: 'points: { cost: 60', wrong: 'points: { cost: 1.0e308', message: "case.yaml:27:19: 'weighting.points.cost': Too big: expected number to be <=1000000" },
  { name: 'decide', right: 'points: { cost: 60', wrong: 'points: { cost: 1.0e-320', message: "the weight of 'cost', 1e-320 of 300, vanishes beside the others; raise it or drop the criterion" },
  { name: 'decide', right: 'points: { cost: 60', wrong: 'points: { cost: "60"', message: "case.yaml:27:19: 'weighting.points.cost' is a string; write a number" },
  // scores and anchors
  { name: 'decide', right: 'sovereignty: { value: 0,', wrong: 'sovereignty: { value: 12,', message: "case.yaml:36:20: 'options.0.scores.sovereignty': the value of as-is on sovereignty, 12 points, lies outside the anchors 0 to 10; agree wider anchors, nothing is clipped" },
  { name: 'decide', right: 'sovereignty: { value: 0,', wrong: 'sovereignty: { value: -.inf,', message: "'options.0.scores.sovereignty.value' is -Infinity; write a finite number" },
  { name: 'decide', right: '{ at: 900000, value: 0 }', wrong: '{ at: 90000, value: 0 }', message: 'case.yaml:19:' },
  { name: 'decide', right: 'anchors: [{ at: 0, value: 1 }, { at: 10, value: 0 }]', wrong: 'anchors: [{ at: 10, value: 1 }, { at: 0, value: 0 }]', message: 'anchors stand in rising order of `at`, each only once' },
  { name: 'decide', right: 'robust: 0.8, leaning: 0.5', wrong: 'robust: 0.5, leaning: 0.8', message: '`leaning` lies at or below `robust`' },
  { name: 'decide', right: 'draws: 10000', wrong: 'draws: 1e9', message: "case.yaml:13:8: 'draws': Too big" },
  { name: 'decide', right: 'asOf: 2026-11-23\ndecisionMakers', wrong: 'asOf: 2026-02-30\ndecisionMakers', message: "case.yaml:8:7: 'asOf': Invalid ISO date" },
  { name: 'decide', right: 'decisionMakers:', wrong: 'decisionMaker:', message: "case.yaml:9:1: unknown key 'decisionMaker'; did you mean 'decisionMakers'?" },
  { name: 'decide', right: 'criteria:\n  - { id: cost,', wrong: 'criteria:\n  - 7\n  - { id: cost,', message: "case.yaml:19:5: 'criteria.0' is a number; write a mapping" },
  // prices and demand
  { name: 'cost', right: 'input: { value: 5.5,', wrong: 'input: { value: -5.5,', message: "case.yaml:107:25: 'options.3.prices.input.value': Too small: expected number to be >=0" },
  { name: 'cost', right: 'input: { value: 5.5,', wrong: 'input: { value: .nan,', message: "case.yaml:107:25: 'options.3.prices.input.value' is NaN; write a finite number in digits" },
  { name: 'cost', right: 'input: { value: 5.5,', wrong: 'input: { value: 1e400,', message: "'options.3.prices.input.value' is Infinity; write a finite number in digits" },
  { name: 'cost', right: 'input: { value: 5.5,', wrong: 'input: { value: "5,5",', message: "'options.3.prices.input.value': a number is written in digits with a dot, such as 0.15" },
  { name: 'cost', right: 'input: { value: 5.5, unit: USD/Mtok', wrong: 'input: { value: 5.5, unit: USD/token', message: "'options.3.prices.input.unit': the unit is a currency code and /Mtok, such as EUR/Mtok" },
  { name: 'cost', right: 'input: { value: 5.5, unit: USD/Mtok, kind: quoted, source: ', wrong: 'input: { value: 5.5, unit: USD/Mtok, kind: quoted, sources: ', message: "unknown key 'sources'; did you mean 'source'?" },
  { name: 'cost', right: 'kind: self-hosted', wrong: 'kind: self-hostd', message: `'options.0.kind' is "self-hostd"; did you mean 'self-hosted'? write one of: api, self-hosted, hybrid` },
  { name: 'cost', right: 'currency: EUR', wrong: 'currency: euro', message: "case.yaml:7:11: 'currency': a currency is its ISO 4217 code, such as EUR" },
  { name: 'cost', right: 'input: { value: 750, unit: Mtok/month', wrong: 'input: { value: 750, unit: Mtok', message: `case.yaml:16:30: 'demand.input.unit' is "Mtok"; write one of: Mtok/month` },
  { name: 'cost', right: 'input: { value: 750, unit: Mtok/month, low: 600', wrong: 'input: { value: 750, unit: Mtok/month, low: 800', message: 'write low <= value <= high' },
  { name: 'cost', right: 'peakToMean: { value: 2.6', wrong: 'peakToMean: { value: 0', message: 'the figure is at least 1' },
  { name: 'cost', right: 'horizon: { value: 36', wrong: 'horizon: { value: 36.5', message: 'the figure is a whole number from 1 to 240' },
  // memory and machines
  { name: 'size', right: 'value: 80, unit: GB, mib: 81920', wrong: 'value: 85.9, unit: GiB', message: "case.yaml:7:5: accelerator 'a100-80' has 85.9 GiB of memory, which looks like 80 GiB counted in GB; write 80 GiB" },
  { name: 'size', right: 'format: Q4_K_M', wrong: 'format: F16, file: { value: 14.96, unit: GB, kind: measured, source: ls }', message: 'case.yaml:4:31: weights.file is 14.96 GB, but the parameters in F16 take as many GiB; correct the unit' },
  { name: 'size', right: '{ config: config.json }\nweights: { format: Q4_K_M }', wrong: '{ parameters: 8030261248 }\nweights: { format: F16, file: { value: 14.96, unit: GB, kind: measured, source: ls } }', message: 'weights.file is 14.96 GB, but the parameters in F16 take as many GiB; correct the unit' },
  { name: 'size', right: 'count: 1\n  split: single', wrong: 'count: 3\n  split: tensor-parallel', message: 'case.yaml:11:10: hardware.count: 3 accelerators do not divide 32 attention heads; use a number that does, or split by layer' },
  { name: 'size', right: 'count: 1\n  split: single', wrong: 'count: 6\n  split: tensor-parallel', message: 'case.yaml:11:10: hardware.count: 6 accelerators do not divide 32 attention heads' },
  { name: 'size', right: 'config: config.json', wrong: 'parameters: 8', message: "case.yaml:3:22: model.parameters is 8, which counts no model's parameters one by one; write all of them, such as 7000000000" },
  { name: 'size', right: 'config: config.json', wrong: 'config: config.json, parameters: 7000000000', message: 'case.yaml:3:43: model.parameters is 7000000000, but the configuration gives 8030261248' },
  { name: 'size', right: 'format: Q4_K_M', wrong: 'format: Q4_K_X', message: "case.yaml:4:20: the weight format 'Q4_K_X' is not known; write one of" },
  { name: 'size', right: 'contextTokens: 8192', wrong: 'contextTokens: .inf', message: "case.yaml:14:28: 'workload.contextTokens' is Infinity; write a finite number in digits" },
  { name: 'size', right: 'concurrentRequests: 16', wrong: 'concurrentRequests: 1.5', message: "'workload.concurrentRequests' is a number; write a whole number" },
  { name: 'size', right: 'hoursPerMonth: 730', wrong: 'hoursPerMonth: 8760', message: "'demand.hoursPerMonth': Too big: expected number to be <=744" },
  { name: 'size', right: 'utilisation: 0.7', wrong: 'utilisation: 70', message: "'demand.utilisation': Too big: expected number to be <=1" },
  { name: 'size', right: 'value: 2039, unit: GB/s', wrong: 'value: -2039, unit: GB/s', message: "'hardware.accelerator.bandwidth.value': Too small" },
  { name: 'size', right: 'workload:', wrong: 'workloads:', message: "unknown key 'workloads'; did you mean 'workload'?" },
  // records of openness
  { name: 'openness', right: 'name: m', wrong: 'name: .nan', message: "case.yaml:2:9: 'release.name' is NaN" },
  { name: 'openness', right: 'components: [{ name: Model architecture }]', wrong: 'components: all', message: "'release.components' is a string; write a list" },
  { name: 'openness', right: 'release:', wrong: 'releases:', message: "case.yaml:1:1: 'release' is missing; write a mapping" },
];

describe('values that cannot be', () => {
  it.each(slips)('$name: $wrong', async ({ name, right, wrong, message }) => {
    expect(samples[name]).toContain(right);
    expect(await refusal(name, samples[name].replace(right, wrong))).toContain(message);
  });

  it('size: a configuration that is wrong is named with its line', async () => {
    const files = { 'config.json': JSON.stringify({ ...config, num_hidden_layers: '32' }, null, 2) };
    expect(await refusal('size', samples.size, files)).toBe('config.json:6:24: \'num_hidden_layers\' is the text "32"; write a whole number from 1 to 100000\n');
  });

  it('size: heads that nothing counts are not divided', async () => {
    const text = samples.size.replace('config: config.json', 'parameters: 8030261248').replace('count: 1\n  split: single', 'count: 3\n  split: tensor-parallel');
    expect(await refusal('size', text)).toContain('hardware.count: nothing says how many attention heads are to be divided; write model.attentionHeads, or split by layer');
    const counted = text.replace('8030261248', '8030261248, attentionHeads: 33');
    expect((await run('size', counted)).exitCode).toBe(0);
  });

  it('decide: inputs that changed after their approval are refused at the line of the approval', async () => {
    const approved = readFileSync('examples/decisions/open-wins.yaml', 'utf8');
    const { stderr } = await run('decide', approved.replace('latency: 30', 'latency: 31'));
    expect(stderr).toMatch(/^case\.yaml:268:\d+: the inputs were approved as [0-9a-f]{64} on 2026-11-23 and are now [0-9a-f]{64}; undo the change/);
  });
});

describe('what is not known is unknown, never a number', () => {
  it('cost: a missing price', async () => {
    const { stdout, exitCode } = await run('cost', samples.cost.replace('input: { value: 5.5,', 'input: { value: null,'));
    expect(exitCode).toBe(0);
    const option = (JSON.parse(stdout) as { options: { id: string }[] }).options.find(({ id }) => id === 'api-region');
    expect(option).toMatchObject({ state: 'unknown', presentValue: { expected: { value: null, answer: 'unknown' }, p90: { value: null } }, monthly: { value: null }, withinBudget: { expected: 'unknown', p90: 'unknown' } });
  });

  it('decide: a missing price leaves its option without a cost, and its rank a range', async () => {
    const { stdout } = await run('decide', samples.decide.replace(/(id: own-new\n[\s\S]*?pricePerGpu: \{ value: )30000(, unit: USD\/GPU), low: 25000, high: 40000/, '$1null$2'));
    const { choice } = JSON.parse(stdout) as DecisionRecord;
    expect(choice.unknown).toContainEqual(expect.objectContaining({ option: 'own-new', criterion: 'cost', because: expect.stringContaining('pricePerGpu') }));
    expect(choice.ranking.find(({ option }) => option === 'own-new')?.values['cost']).toMatchObject({ low: 0, high: 1 });
  });

  it("size: a cache that needs the engine's log", async () => {
    const { stdout, exitCode } = await run('size', samples.size, { 'config.json': JSON.stringify({ ...config, model_type: 'deepseek_v3', kv_lora_rank: 512 }) });
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ keyValueCache: { perToken: { value: null } }, memory: { verdict: 'unknown', needed: { value: null }, headroom: { value: null } } });
  });

  it('openness: a release without parts is in no class, and its OSAID is unknown', async () => {
    const { stdout } = await run('openness', 'release:\n  name: m\n  components: []\n');
    expect(JSON.parse(stdout)).toMatchObject([{ toolClass: 0, strictClass: 0 }]);
  });
});

describe('standard input', () => {
  it.each([
    ['decide', samples.decide, /The inputs await approval/],
    ['cost', samples.cost, /earned back/],
    ['openness', samples.openness, /MOF class|unclassified/],
  ] as const)('%s reads it as -', (name, stdin, expected) => {
    const { code, stdout, stderr } = runDomicile([name, '-'], { stdin });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(expected);
  });

  it('names it where it is wrong', () => {
    const { code, stdout, stderr } = runDomicile(['cost', '-'], { stdin: samples.cost.replace('currency: EUR', 'currency: euro') });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^-:7:11: 'currency': /);
  });
});

