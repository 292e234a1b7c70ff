import { parse } from 'yaml';
import { decideCommand, type DecideOptions } from '../../src/cli/decide-command.js';
import { decideInitCommand } from '../../src/cli/decide-init-command.js';
import { decisionInputs } from '../../src/core/decision/record/decision-inputs.js';
import { type DecisionRecord } from '../../src/core/decision/record/decision-record.js';
import { optionTemplateId, type OptionTemplateId } from '../../src/core/decision/record/option-template.js';
import { folderWith, runDomicile } from '../cli/run-domicile.js';

const all = optionTemplateId.options;
const draftOf = async (templates: readonly OptionTemplateId[] = []): Promise<string> => (await decideInitCommand({ path: '-', templates, today: '2026-11-23' })).stdout;
const decide = (text: string, rest: Partial<DecideOptions> = {}) => decideCommand({ path: 'case.yaml', format: 'json', engine: 'domicile/test', whatIf: false, ...rest }, async () => Buffer.from(text));

const amounts: readonly (readonly [RegExp, number])[] = [
  [/unit: ratio, kind: assumed, source: "fill in: (share)/, 0.5],
  [/unit: ratio/, 1.5],
  [/unit: "hours\/month"/, 730],
  [/unit: "tokens\/s"/, 1000],
];

/** The draft with a number wherever it asks for one, every rule and check passed, and every text given. */
const filledIn = (draft: string): string =>
  draft
    .replace(/value: null, (unit: .*?source: "fill in: \w+)/g, (_, rest: string) => `value: ${amounts.find(([unit]) => unit.test(rest))?.[1] ?? 1}, ${rest}`)
    .replaceAll('constraints: []', 'constraints: [{ rule: R-1, verdict: pass, because: asked }]')
    .replaceAll('verdict: unknown', 'verdict: pass')
    .replace(/benchmark: \{.*\}/, '')
    .replaceAll('fill in: ', 'given: ');

describe('domicile decide --init', () => {
  const selections: readonly (readonly OptionTemplateId[])[] = [all, ...all.filter((id) => id !== 'hybrid').map((id) => [id]), ['status-quo', 'closed-api', 'hybrid'], ['closed-api', 'closed-api-in-region', 'hybrid'], ['open-weights-on-premises', 'edge', 'hybrid']];

  it.each(selections.map((selection) => ({ selection })))('a draft over $selection runs as it is and asks for everything', async ({ selection }) => {
    const draft = await draftOf(selection);
    const { stdout, stderr, exitCode } = await decide(draft);
    expect([stderr, exitCode]).toEqual(['', 0]);
    const inputs = decisionInputs.parse(JSON.parse(stdout));
    expect(inputs.inputs.options.map(({ template }) => template)).toEqual(selection);
    expect(inputs.inputs.leftOut.map(({ template }) => template).concat(selection).sort()).toEqual([...all].sort());
    expect(inputs.noRuleAsked).toEqual(selection);
    const lines = draft.split('\n');
    expect(inputs.toFillIn.length).toBe(draft.match(/"fill in: /g)?.length);
    for (const { line } of inputs.toFillIn) expect(lines[line - 1]).toContain('fill in: ');
    for (const line of lines.filter((each) => each.includes('value: null'))) expect(line).toContain('source: "fill in: ');
  });

  it('holds no figure that nobody gave', async () => {
    const { stdout } = await decide(await draftOf(), { whatIf: true });
    const record = JSON.parse(stdout) as DecisionRecord;
    expect(record.outcome).toMatchObject({ word: 'none', option: null });
    for (const { state, rejectedBecause } of record.options) expect([state, rejectedBecause.join()]).toEqual(['blocked', expect.stringContaining('no-rule-asked is unknown')]);
    for (const { presentValue, missing } of record.costs?.options ?? []) {
      expect(presentValue.expected).toMatchObject({ value: null, answer: 'unknown' });
      expect(missing.length).toBeGreaterThan(3);
    }
    expect(record.shocks.map(({ id }) => id)).toEqual(['api-dearer', 'api-cheaper', 'retired', 'dollar', 'demand-doubled', 'demand-halved', 'idle', 'gpus-dearer']);
    for (const { costs } of record.shocks) for (const { presentValue } of costs.options) expect(presentValue.value).toBeNull();
  });

  it('gives a verdict once it is filled in, and costs every template', async () => {
    const text = filledIn(await draftOf());
    expect(text).not.toMatch(/value: null|fill in: /);
    const { stdout, stderr } = await decide(text, { whatIf: true });
    expect(stderr).toBe('');
    const record = JSON.parse(stdout) as DecisionRecord;
    expect(record.choice.options.map(({ state }) => state)).toEqual(all.map(() => 'admissible'));
    expect(record.choice.unknown).toEqual([]);
    for (const { id, presentValue } of record.costs?.options ?? []) expect([id, presentValue.expected.value]).toEqual([id, expect.any(Number)]);
    expect(record.costs?.options.map(({ id }) => id).sort()).toEqual([...all].sort());
    for (const { costs } of record.shocks) for (const { presentValue } of costs.options) expect(presentValue.value).toEqual(expect.any(Number));
  });

  it('cannot be approved while something is to be filled in', async () => {
    const draft = await draftOf();
    const hash = (JSON.parse((await decide(draft)).stdout) as { inputHash: string }).inputHash.slice('sha256:'.length);
    const { stdout, stderr, exitCode } = await decide(`${draft}approval: { approvedBy: [A. Person], approvedOn: 2026-11-23, inputHash: "${hash}" }\n`);
    expect([stdout, exitCode]).toEqual(['', 2]);
    expect(stderr).toContain("case.yaml:8:18: the inputs were approved while decisionMakers.0 still says 'fill in'; write who decides, and have them approved anew\n");
  });

  it('is listed with its lines, and shows the hash to approve only when nothing is open', async () => {
    const draft = await draftOf();
    const open = await decide(draft, { format: 'text' });
    expect(open.stdout).toMatch(/case\.yaml:\d+: costs\.options\.closed-api\.prices\.input: price of a million input tokens/);
    expect(open.stdout).toContain('No rule was asked of status-quo, closed-api,');
    expect(open.stdout).not.toContain('inputHash');
    expect((await decide(filledIn(draft), { format: 'text' })).stdout).toMatch(/inputHash: [0-9a-f]{64}/);
  });

  it('writes the file, never over another, and refuses what it cannot draft', () => {
    const cwd = folderWith();
    const run = (...args: string[]) => runDomicile(['decide', ...args], { cwd });
    expect(run('--init', 'case.yaml', '--template', 'status-quo', 'edge')).toMatchObject({ code: 0, stderr: '', stdout: expect.stringMatching(/^case\.yaml: a draft over 2 templates; \d+ things to fill in/) });
    expect(run('case.yaml')).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('Fill in first') });
    expect(run('--init', 'case.yaml')).toMatchObject({ code: 2, stdout: '', stderr: 'case.yaml: stands already; edit it, or name another file\n' });
    expect(run('--init', 'b.yaml', '--template', 'hybrid', 'edge')).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('name two more templates') });
    expect(run('--init', 'b.yaml', '--template', 'cloud')).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('closed-api-in-region') });
    expect(run('case.yaml', '--template', 'edge')).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('add --init') });
  });
});

describe('an option nobody asked rules about', () => {
  it('is unknown, not admissible, and no waiver helps', async () => {
    const text = filledIn(await draftOf(['status-quo', 'closed-api', 'hybrid']));
    const unasked = text.replace('constraints: [{ rule: R-1, verdict: pass, because: asked }]', 'constraints: []');
    expect(unasked).not.toBe(text);
    const record = JSON.parse((await decide(unasked, { whatIf: true })).stdout) as DecisionRecord;
    expect(record.options[0]).toMatchObject({ id: 'status-quo', state: 'blocked', rejectedBecause: [expect.stringMatching(/^no-rule-asked is unknown: .*; give the missing fact, for nobody may waive it$/)] });
    const none = JSON.parse((await decide(text.replaceAll('constraints: [{ rule: R-1, verdict: pass, because: asked }]', 'constraints: []'), { whatIf: true })).stdout) as DecisionRecord;
    expect(none.choice.waivers).toEqual([]);
  });

  it('a waiver of what nobody may waive is none', async () => {
    const text = filledIn(await draftOf(['status-quo', 'closed-api', 'hybrid']));
    const waived = (waivable: boolean) => text.replace('{ rule: R-1, verdict: pass, because: asked }', `{ rule: R-1, verdict: fail, because: broken, waiver: W-1, waivable: ${waivable} }`);
    const stateOf = async (given: string) => (JSON.parse((await decide(given, { whatIf: true })).stdout) as DecisionRecord).options[0];
    expect(await stateOf(waived(true))).toMatchObject({ state: 'admissible', acceptedUnderWaiver: ['R-1 is fail, accepted under waiver W-1: broken'] });
    expect(await stateOf(waived(false))).toMatchObject({ state: 'blocked', acceptedUnderWaiver: [], rejectedBecause: ['R-1 is fail: broken; change the option, for nobody may waive it'] });
  });
});

it('the draft is YAML that says what the data say', async () => {
  expect(parse(await draftOf())).toMatchObject({ schema: 'domicile/decide-case/1', asOf: '2026-11-23', convention: { tie: 1e-9 }, weighting: { method: 'swing' } });
});
