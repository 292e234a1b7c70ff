import { readFileSync } from 'node:fs';
import { decideCommand, type DecideOptions } from '../../src/cli/decide-command.js';
import { type DecisionRecord, type ShockedVerdict } from '../../src/core/decision/record/decision-record.js';

const examples = ['open-wins', 'closed-wins', 'contested'] as const;
/** Not approved, and with fewer draws than the example, for nothing here hangs on them. */
const textOf = (name: string): string => readFileSync(`examples/decisions/${name}.yaml`, 'utf8').replace(/^approval:.*\n/m, '').replace('draws: 10000', 'draws: 1000').replace('draws: 2000', 'draws: 200');
const printed = async (text: string, format: DecideOptions['format']): Promise<string> => {
  const { stdout, stderr } = await decideCommand({ path: 'case.yaml', format, engine: 'domicile/test', whatIf: true }, async () => Buffer.from(text));
  expect(stderr).toBe('');
  return stdout;
};
const recordOf = async (text: string): Promise<DecisionRecord> => JSON.parse(await printed(text, 'json')) as DecisionRecord;

const kinds = ['api-price', 'retirement', 'exchange-rate', 'demand', 'utilisation', 'gpu-price'] as const;
/** Which way the present value of a kind of option may go; 0 where it must stand still. */
const ways: Readonly<Record<string, Readonly<Record<'api' | 'self-hosted', 1 | -1 | 0>>>> = {
  'api-dearer': { api: 1, 'self-hosted': 0 },
  'api-cheaper': { api: -1, 'self-hosted': 0 },
  dollar: { api: 1, 'self-hosted': 1 },
  'demand-doubled': { api: 1, 'self-hosted': 1 },
  'demand-halved': { api: -1, 'self-hosted': -1 },
  idle: { api: 0, 'self-hosted': 1 },
  'gpus-dearer': { api: 0, 'self-hosted': 1 },
};

describe.each(examples)('shocks on %s', (name) => {
  it('cover every kind, price and demand both ways, and show what each costs and which verdict it leaves', async () => {
    const text = textOf(name);
    const record = await recordOf(text);
    expect([...new Set(record.inputs.costs?.shocks.map(({ kind }) => kind))].sort()).toEqual([...kinds].sort());
    expect(record.shocks.map(({ id }) => id)).toEqual(expect.arrayContaining(Object.keys(ways)));
    const prose = await printed(text, 'text');
    const madr = await printed(text, 'markdown');
    for (const { title, verdict, costs } of record.shocks) {
      expect(verdict).toMatchObject({ word: expect.stringMatching(/^(dominant|robust|leaning|contested)$/), option: expect.any(String) });
      expect(prose).toContain(`  ${title}: ${verdict?.word}, ${verdict?.option}; cheapest ${costs.cheapest.after}`);
      expect(madr).toContain(`| ${title} | ${verdict?.word}, ${verdict?.option} | no | ${costs.cheapest.after} |`);
    }
  });

  it('move costs the way they must, and leave alone what they do not concern', async () => {
    const record = await recordOf(textOf(name));
    const kindOf = new Map(record.inputs.costs?.options.map(({ id, kind }) => [id, kind]));
    const moved = new Set<string>();
    for (const { id, costs } of record.shocks) {
      for (const { id: option, change } of costs.options) {
        const kind = kindOf.get(option);
        const way = kind === 'hybrid' || kind === undefined ? undefined : ways[id]?.[kind];
        if (way === undefined) continue;
        if (way === 0) expect([id, option, change.value]).toEqual([id, option, 0]);
        else expect((change.value ?? NaN) * way).toBeGreaterThanOrEqual(0);
        if (change.value !== 0) moved.add(id);
      }
    }
    expect([...moved].sort()).toEqual(Object.keys(ways).filter((id) => name !== 'closed-wins' || id !== 'idle').sort());
    const retired = record.shocks.find(({ id }) => id === 'retired');
    expect(retired?.costs.options.filter(({ change }) => change.value !== 0).map(({ id }) => kindOf.get(id))).toContain('api');
  });
});

describe('a shock that changes the answer', () => {
  const shockOf = ({ shocks }: DecisionRecord, id: string): ShockedVerdict | undefined => shocks.find((shock) => shock.id === id);

  it('names the new leader, in every form, and becomes a review trigger', async () => {
    const text = textOf('contested').replace('kind: api-price, factor: 1.5 }', 'kind: api-price, factor: 15, options: [hosted-open] }');
    const record = await recordOf(text);
    expect(shockOf(record, 'api-dearer')).toMatchObject({ changesLead: true, verdict: { option: 'own-moe' } });
    expect(record.reviewTriggers).toContainEqual({ watch: 'API prices rise by half', threshold: 'as far as the shock api-dearer assumes', then: 'own-moe takes the lead' });
    expect(await printed(text, 'text')).toMatch(/API prices rise by half: \w+, own-moe \(the lead changes\); cheapest/);
    expect(await printed(text, 'markdown')).toMatch(/\| API prices rise by half \| \w+, own-moe \| yes \|/);
  });

  it('has no verdict where a cost leaves its anchors, and says so', async () => {
    const text = textOf('contested').replace('kind: demand, factor: 2 }', 'kind: demand, factor: 100 }');
    const record = await recordOf(text);
    expect(shockOf(record, 'demand-doubled')).toMatchObject({ verdict: null, changesLead: false, refused: expect.arrayContaining([expect.stringContaining('lies outside the anchors')]) });
    expect(await printed(text, 'text')).toMatch(/Demand doubles: no verdict, .*outside the anchors.*; cheapest/);
    expect(record.reviewTriggers).toContainEqual(expect.objectContaining({ watch: 'Demand doubles', then: 'a cost leaves its anchors: agree wider ones' }));
  });

  it('shows a cost it makes unknown as unknown', async () => {
    const text = textOf('contested').replace('afterMonths: 12, replacement: hosted-open', 'afterMonths: 12');
    expect(shockOf(await recordOf(text), 'retired')?.costs.options.find(({ id }) => id === 'api')).toMatchObject({ presentValue: { value: null, answer: 'unknown' } });
    expect(await printed(text, 'text')).toContain('    api unknown (options/api/retirement/replacement is missing, so the months after retirement have no cost; name the option that takes over)');
  });

  it('shows what leaves the budget', async () => {
    expect(await printed(textOf('open-wins'), 'text')).toMatch(/^ {4}mixed 700,678 EUR \(\+45\.1 %\), beyond the budget$/m);
  });
});

describe('review triggers', () => {
  it.each(examples)('of %s each have a threshold, scores and inputs of people and the hash among them', async (name) => {
    const { reviewTriggers, inputs, inputHash, choice } = await recordOf(textOf(name));
    for (const trigger of reviewTriggers) for (const part of [trigger.watch, trigger.threshold, trigger.then]) expect(part).not.toBe('');
    expect(reviewTriggers.slice(0, inputs.reviewTriggers.length)).toEqual(inputs.reviewTriggers);
    const scores = reviewTriggers.filter(({ watch }) => / of /.test(watch) && choice.switchPoints.some(({ option, criterion }) => watch === `${criterion} of ${option}`));
    expect(scores).toHaveLength(3);
    for (const { threshold } of scores) expect(threshold).toMatch(/^(rises|falls) to -?[\d.]+ .*\(now -?[\d.]+\)$/);
    expect(reviewTriggers.at(-1)?.threshold).toContain(inputHash.slice('sha256:'.length, 'sha256:'.length + 12));
  });
});
