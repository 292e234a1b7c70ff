import { readFileSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { costReport } from '../../src/core/decision/cost/cost-report.js';
import { type CostFigure } from '../../src/core/decision/cost/cost-figure.js';
import { sha256Of } from '../../src/core/inventory/sha256-of.js';
import { type ConstraintVerdict } from '../../src/core/decision/choice/constraint-verdict.js';
import { decideCase } from '../../src/core/decision/record/decide-case.js';
import { decisionRecord, type DecisionRecord } from '../../src/core/decision/record/decision-record.js';
import { optionTemplateId } from '../../src/core/decision/record/option-template.js';
import { inventoryConstraints } from '../../src/cli/inventory-constraints.js';
import { costCommand } from '../../src/cli/cost-command.js';
import { decideCommand, type DecideOptions } from '../../src/cli/decide-command.js';
import { folderWith } from '../cli/run-domicile.js';

const folder = 'examples/decisions';
const engine = 'domicile/test';
const textOf = (name: string): string => readFileSync(`${folder}/${name}.yaml`, 'utf8');

function decide(text: string, rest: Partial<DecideOptions> = {}) {
  return decideCommand({ path: 'case.yaml', format: 'json', engine, whatIf: false, ...rest }, async () => Buffer.from(text));
}
const recordOf = async (text: string, rest: Partial<DecideOptions> = {}): Promise<DecisionRecord> => {
  const { stdout, stderr } = await decide(text, rest);
  expect(stderr).toBe('');
  return JSON.parse(stdout) as DecisionRecord;
};
const unapproved = (text: string): string => text.replace(/^approval:.*\n/m, '');

describe('worked decisions of the example organisation', () => {
  it.each([
    ['open-wins', 'robust', 'own-new', 'open-weights-on-premises'],
    ['closed-wins', 'robust', 'api', 'closed-api'],
    ['contested', 'contested', 'hosted-open', 'closed-api-in-region'],
  ])('%s: %s, %s', async (name, word, option, template) => {
    const record = await recordOf(textOf(name));
    expect(record).toMatchObject({ schema: 'domicile/decision-record/1', status: 'proposed', outcome: { word, option } });
    expect(record.options.find(({ id }) => id === option)).toMatchObject({ template, rank: 1, rejectedBecause: [] });
    for (const rejected of record.options.filter(({ id }) => id !== option)) expect(rejected.rejectedBecause.join()).not.toBe('');
    expect(record.shocks.map(({ id }) => id)).toEqual(['api-dearer', 'api-cheaper', 'retired', 'dollar', 'demand-doubled', 'demand-halved', 'idle', 'gpus-dearer']);
    for (const shock of record.shocks) expect(shock.verdict ?? shock.refused[0]).toBeTruthy();
    expect(record.reviewTriggers.length).toBeGreaterThan(0);
  });

  it('none-admissible: names the smallest set of rules and relaxes nothing', async () => {
    const record = await recordOf(textOf('none-admissible'));
    expect(record.outcome).toMatchObject({ word: 'none', option: null });
    expect(record.choice.waivers).toEqual([{ rules: ['DPA-04'], admits: ['open-on-premises'] }]);
    expect(record.outcome.sentence).toBe('No option is admissible; the smallest set of rules whose waiver would admit one is DPA-04, which admits open-on-premises.');
    expect(record.options.map(({ id, state }) => [id, state])).toEqual([['as-is', 'blocked'], ['european-api', 'blocked'], ['open-on-premises', 'blocked'], ['tablet', 'infeasible'], ['mixed', 'blocked']]);
    expect(record.choice.ranking).toEqual([]);
  });

  it('asks each question of the article in a case that answers it', async () => {
    const criteriaOf = async (name: string) => (await recordOf(textOf(name))).inputs.criteria.map(({ id }) => id);
    const asked: Readonly<Record<string, readonly string[]>> = {
      'open-wins': ['cost', 'sovereignty', 'capability', 'specialisation', 'latency', 'price-risk'],
      'closed-wins': ['cost', 'mathematics', 'cross-domain', 'multimodality', 'latency', 'retirement'],
      contested: ['cost', 'code', 'latency', 'sovereignty', 'efficiency', 'deprecation'],
      'none-admissible': ['capability', 'latency', 'sovereignty'],
    };
    for (const [name, criteria] of Object.entries(asked)) expect([name, await criteriaOf(name)]).toEqual([name, criteria]);
    const templates = (await Promise.all(Object.keys(asked).map(async (name) => (await recordOf(textOf(name))).options.map(({ template }) => template)))).flat();
    expect([...new Set(templates)].sort()).toEqual([...optionTemplateId.options].sort());
  });

  it('cites prices and hardware of the reference facts as they stand there', () => {
    const prices = readFileSync('policies/reference/prices.yaml', 'utf8');
    const hardware = readFileSync('policies/reference/hardware.yaml', 'utf8');
    const cited = ['open-wins', 'closed-wins', 'contested', 'cost-assistant'].flatMap((name) => [...textOf(name).matchAll(/source: "([a-z0-9.-]+-[a-z0-9.-]+): /g)].map(([, id]) => id ?? ''));
    expect(cited.length).toBeGreaterThan(10);
    for (const id of new Set(cited)) expect(prices.includes(`id: ${id}\n`) || hardware.includes(`id: ${id}\n`) ? 'known' : id).toBe('known');
  });

  it('gives the bytes it gave before, on every Node', async () => {
    const path = 'test/cases/decision-digests.json';
    const digests: Record<string, string> = {};
    for (const name of ['open-wins', 'closed-wins', 'contested', 'none-admissible'])
      for (const format of ['json', 'markdown', 'text'] as const) digests[`decide ${name} ${format}`] = sha256Of((await decide(textOf(name), { format })).stdout);
    for (const format of ['json', 'text'] as const) digests[`cost cost-assistant ${format}`] = sha256Of((await costCommand({ path: `${folder}/cost-assistant.yaml`, format, engine }, readFile)).stdout);
    if (process.env['DOMICILE_ACCEPT'] === '1') writeFileSync(path, `${JSON.stringify(digests, null, 2)}\n`);
    expect(digests).toEqual(JSON.parse(readFileSync(path, 'utf8')));
  }, 60_000);
});

describe('printed JSON', () => {
  it.each(['open-wins', 'closed-wins', 'contested', 'none-admissible'])('the record of %s follows its published schema', async (name) => {
    expect(decisionRecord.safeParse(await recordOf(textOf(name))).error).toBeUndefined();
  });

  it('the costs follow theirs', async () => {
    const { stdout } = await costCommand({ path: `${folder}/cost-assistant.yaml`, format: 'json', engine }, readFile);
    expect(costReport.safeParse(JSON.parse(stdout)).error).toBeUndefined();
  });
});

describe('frozen inputs', () => {
  it('shows no score before the inputs are approved', async () => {
    const { stdout, exitCode } = await decide(unapproved(textOf('open-wins')));
    const shown = JSON.parse(stdout) as Record<string, unknown>;
    expect(exitCode).toBe(0);
    expect(Object.keys(shown)).toEqual(['schema', 'status', 'id', 'title', 'inputHash', 'toFillIn', 'noRuleAsked', 'inputs']);
    expect(shown['status']).toBe('awaiting-approval');
    const { stdout: text } = await decide(unapproved(textOf('open-wins')), { format: 'text' });
    expect(text).toContain((shown['inputHash'] as string).slice('sha256:'.length));
    expect(text).not.toMatch(/robust|rank/);
  });

  it('refuses inputs that changed after their approval', async () => {
    const { stdout, stderr, exitCode } = await decide(textOf('open-wins').replace('sovereignty: 100', 'sovereignty: 10'));
    expect([stdout, exitCode]).toEqual(['', 2]);
    expect(stderr).toMatch(/^case\.yaml:268:103: the inputs were approved as [0-9a-f]{64} on 2026-11-23 and are now [0-9a-f]{64}; undo the change, or have the inputs approved anew\n$/);
  });

  it('takes an outcome of the policy packs into the hash, so that a changed fact opens the decision again', async () => {
    const constraints = { 'own-new': [{ rule: 'PRV-01', verdict: 'fail' as const, because: 'digest differs', waivable: true }] };
    expect((await decide(textOf('open-wins'), { constraints })).stderr).toContain('are now');
    const record = await recordOf(unapproved(textOf('open-wins')), { constraints, whatIf: true });
    expect(record.outcome.option).not.toBe('own-new');
    expect(record.options.find(({ id }) => id === 'own-new')?.state).toBe('blocked');
  });

  it('marks a what-if in every form', async () => {
    const text = unapproved(textOf('contested'));
    expect((await recordOf(text, { whatIf: true })).status).toBe('what-if');
    expect((await decide(text, { whatIf: true, format: 'text' })).stdout).toContain('WHAT-IF');
    expect((await decide(text, { whatIf: true, format: 'markdown' })).stdout).toContain('**What-if: nobody approved these inputs.');
  });

  it('keeps a signed decision that differs from the leader, with its reason, but none that is inadmissible', async () => {
    const signed = (option: string): string => `${textOf('contested')}decision: { option: ${option}, because: Source code is not to leave the house., signedBy: [Head of engineering], signedOn: 2026-11-24 }\n`;
    const record = await recordOf(signed('own-moe'));
    expect(record).toMatchObject({ status: 'accepted', decision: { option: 'own-moe' }, outcome: { option: 'hosted-open' } });
    expect(record.options.find(({ id }) => id === 'hosted-open')?.rejectedBecause.join()).not.toBe('');
    const inadmissible = `${textOf('none-admissible')}decision: { option: as-is, because: Habit., signedBy: [Nobody], signedOn: 2026-11-24 }\n`;
    expect((await decide(inadmissible)).stderr).toContain('the decision takes as-is, which is blocked');
  });
});

describe('outcomes of rules in the worked decisions', () => {
  const blocking = (constraints: readonly ConstraintVerdict[]): readonly string[] => [...new Set(constraints.filter(({ verdict }) => verdict !== 'pass' && verdict !== 'not-applicable').map(({ rule, verdict }) => `${rule} ${verdict}`))].sort();

  it.each(['open-wins', 'closed-wins', 'contested', 'none-admissible'])('of %s are those of the policy packs, wherever the inventory describes the option', async (name) => {
    const beside = folderWith({ 'asked.yaml': 'domicile: 1\ndeployments:\n  - { id: maths-tutor, alternatives: [{ id: other, title: Other, kind: edge }] }\n  - { id: coding-assistant, alternatives: [{ id: other, title: Other, kind: edge }] }\n' });
    const given = decideCase.parse(parse(textOf(name)));
    const found = await inventoryConstraints(['examples/nordlicht/domicile.yaml', ...(name === 'closed-wins' || name === 'contested' ? [`${beside}/asked.yaml`] : [])], [], given);
    const described = given.options.filter(({ id }) => found[id]?.every(({ rule }) => rule !== 'option-not-described'));
    expect(described.map(({ id }) => id)).toEqual({ 'open-wins': ['as-is', 'api-in-region', 'api-direct'], 'closed-wins': ['as-is'], contested: ['as-is'], 'none-admissible': ['as-is', 'european-api', 'open-on-premises'] }[name]);
    for (const { id, constraints } of described) expect([id, blocking(constraints)]).toEqual([id, blocking(found[id] ?? [])]);
  }, 60_000);
});

describe('hard rules from the inventory', () => {
  const inventory = ['examples/nordlicht/domicile.yaml'];
  const constraintsOf = (given: Parameters<typeof inventoryConstraints>[2]) => inventoryConstraints(inventory, [], given);
  /** The options of the worked example under the ids of the alternatives that the inventory describes. */
  const text = unapproved(textOf('open-wins')).replaceAll('cloud-vm', 'open-cloud').replaceAll('open-weights-open-cloud', 'open-weights-cloud-vm');

  it('runs the packs on every option; what the inventory does not describe is unknown', async () => {
    const record = await recordOf(text, { whatIf: true, constraintsOf });
    const state = (id: string) => record.options.find((option) => option.id === id);
    expect(state('api-direct')?.rejectedBecause.join()).toContain('TRF-');
    expect(state('own-new')).toMatchObject({ state: 'blocked', rejectedBecause: [expect.stringContaining('describes no alternative')] });
    const rules = record.inputs.options.flatMap(({ constraints }) => constraints.map(({ rule }) => rule));
    expect(rules).toContain('option-not-described');
  }, 60_000);

  it('names what the packs say and the approved inputs do not', async () => {
    const { stdout, stderr, exitCode } = await decide(textOf('open-wins'), { constraintsOf });
    expect([stdout, exitCode]).toEqual(['', 2]);
    expect(stderr).toMatch(/^case\.yaml:\d+:\d+: the inputs were approved as /);
    expect(stderr).toContain("the packs say of own-new that option-not-described is unknown (the inventory describes no alternative 'own-new' of claims-assistant");
    expect(stderr).not.toMatch(/of (as-is|api-direct) that/);
  }, 60_000);

  it('accepts an approval while the packs say what was approved', async () => {
    const { 'api-in-region': [outcome] = [] } = await constraintsOf(decideCase.parse(parse(textOf('open-wins'))));
    expect((await decide(textOf('open-wins'), { constraints: { 'api-in-region': outcome === undefined ? [] : [outcome] } })).exitCode).toBe(0);
    const turned = { 'own-new': [{ rule: 'LIC-05', verdict: 'fail' as const, because: 'the licence changed', waivable: true }] };
    expect((await decide(textOf('open-wins'), { constraints: turned })).stderr).toContain('the packs say of own-new that LIC-05 is fail (the licence changed)');
  }, 60_000);

  it('keeps the waiver that the case names for a rule', async () => {
    const found = { 'own-new': [{ rule: 'LIC-05', verdict: 'fail' as const, because: 'found by the packs', waivable: true }] };
    const waived = text.replace('because: "Apache-2.0 restricts no use"', 'because: "Apache-2.0 restricts no use", waiver: W-1');
    const record = await recordOf(waived, { whatIf: true, constraints: found });
    expect(record.options.find(({ id }) => id === 'own-new')).toMatchObject({ state: 'admissible', acceptedUnderWaiver: ['LIC-05 is fail, accepted under waiver W-1: found by the packs'] });
  });

  it('asks for a deployment that the inventory knows', async () => {
    await expect(decide(text.replace('deployment: claims-assistant', 'deployment: nobody'), { constraintsOf })).rejects.toThrow("describes no alternatives of the deployment 'nobody'");
  });
});

describe('bad input', () => {
  const text = unapproved(textOf('open-wins'));
  it.each([
    ['swing points below zero', text.replace('latency: 30', 'latency: -30'), "case.yaml:26:3: 'weighting': the weight of 'latency' is -30"],
    ['a weight for no criterion', text.replace('latency: 30', 'latnecy: 30'), "criterion 'latency' has no weight"],
    ['scores beyond the anchors', text.replace('{ at: 3000, value: 0 }', '{ at: 1000, value: 0 }'), "ms, lies outside the anchors 0 to 1000; agree wider anchors, nothing is clipped"],
    ['anchors without a target', text.replace('{ at: 3, value: 1 }', '{ at: 3, value: 0.9 }'), 'case.yaml:22:143: '],
    ['no month length', text.replace(/^ {2}hoursPerMonth:.*\n/m, ''), "'costs.hoursPerMonth' is missing"],
    ['no demand', text.replace(/^ {4}input:.*Gateway.*\n/m, ''), "'costs.demand.input' is missing"],
    ['no utilisation', text.replace(/^ {8}utilisation:.*\n/m, ''), "utilisation' is missing"],
    ['no staff', text.replace(/^ {10}fte:.*\n/m, ''), "fte' is missing"],
    ['utilisation in percent', text.replace('utilisation: { value: 0.5', 'utilisation: { value: 50'), 'a share lies between 0 and 1; write 0.7 for 70 %'],
    ['a unit that is not the field’s', text.replace('unit: hours/month', 'unit: days/month'), "write one of: hours/month"],
    ['a hybrid of shares beyond the whole', text.replace('share: { value: 0.6', 'share: { value: 0.7'), 'the shares of the parts must sum to 1'],
    ['no hybrid and no reason', text.replace('template: hybrid', 'template: edge'), "no option follows the template 'hybrid'"],
    ['a prototype key', text.replace('consequences:', '__proto__: {}\n    consequences:'), "'__proto__' is not allowed"],
    ['an unknown key', text.replace('decisionMakers:', 'decisionMaker:'), "unknown key 'decisionMaker'"],
  ])('%s', async (_, broken, message) => {
    expect(broken).not.toBe(text);
    const { stdout, stderr, exitCode } = await decide(broken, { whatIf: true });
    expect([stdout, exitCode]).toEqual(['', 2]);
    expect(stderr).toContain(message);
  });
});

describe('shocks', () => {
  it('a retirement pays for the way out and then for the replacement; without one the rest is unknown', async () => {
    const [whole, without] = await Promise.all(
      [textOf('cost-assistant'), textOf('cost-assistant').replace(', replacement: own-new', '')].map(async (text) => JSON.parse((await costCommand({ path: 'c.yaml', format: 'json', engine }, async () => Buffer.from(text))).stdout) as { shocks: { id: string; options: { id: string; presentValue: { value: number | null }; missing: string[] }[] }[] }),
    );
    const retired = (result: typeof whole) => result?.shocks.find(({ id }) => id === 'retired')?.options.find(({ id }) => id === 'api-region');
    expect(retired(whole)?.presentValue.value).toBeGreaterThan(300_000);
    expect(retired(without)).toMatchObject({ presentValue: { value: null }, missing: [expect.stringContaining('name the option that takes over')] });
  });

  it('every figure asked for in a criterion is one the costs can give', async () => {
    const names: readonly CostFigure[] = ['cost.presentValue', 'cost.total', 'cost.outlay', 'cost.monthly', 'cost.exitCost'];
    const text = unapproved(textOf('open-wins'));
    for (const name of names) {
      const unit = name === 'cost.monthly' ? 'EUR/month' : 'EUR';
      const asked = text.replace(/unit: EUR, anchors: (.*), from: cost\.presentValue/, `unit: ${unit}, anchors: $1, from: ${name}`);
      const record = await recordOf(asked, { whatIf: true });
      expect(record.choice.unknown).toEqual([]);
      for (const { verdict, refused } of record.shocks) expect(verdict === null ? refused[0] : 'scored').toMatch(/scored|outside the anchors/);
    }
  }, 60_000);
});

describe('circumstances that cannot be', () => {
  const text = textOf('cost-assistant');
  const refusalOf = async (broken: string): Promise<string> => {
    expect(broken).not.toBe(text);
    return (await costCommand({ path: 'c.yaml', format: 'json', engine }, async () => Buffer.from(broken))).stderr;
  };

  it('an option that is replaced by itself or by a hybrid', async () => {
    expect(await refusalOf(text.replace('replacement: own-new', 'replacement: api-region'))).toContain("'api-region' is no other plain option");
    expect(await refusalOf(text.replace('replacement: own-new', 'replacement: mixed'))).toContain("'mixed' is no other plain option");
  });

  it('a rate between currencies that the case does not hold', async () => {
    expect(await refusalOf(text.replace('from: USD, to: EUR, factor', 'from: GBP, to: EUR, factor'))).toContain("shock 'dollar' moves GBP against EUR and the case gives no such rate");
  });

  it('a month longer than the longest', async () => {
    expect(await refusalOf(text.replace('hoursPerMonth: { value: 730', 'hoursPerMonth: { value: 8760'))).toContain('no month has more than 744 hours');
  });
});
