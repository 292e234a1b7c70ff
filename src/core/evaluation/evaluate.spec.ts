import { z } from 'zod';
import { contradicted } from '../inventory/contradicted.js';
import { type FactUse, type SubjectView } from '../exposure/subject-view.js';
import { compilePack } from '../policy/compile-pack.js';
import { type CompiledPack } from '../policy/compiled-pack.js';
import { typeEnvironmentOf } from '../policy/type-environment-of.js';
import { evaluate } from './evaluate.js';
import { type Verdict } from './verdict.js';

const instant = z.union([z.iso.date(), z.iso.datetime({ offset: true })]);
const environment = typeEnvironmentOf({
  organisation: z.strictObject({ id: z.string().max(40) }),
  deployment: z.strictObject({
    id: z.string().max(40),
    commercial: z.boolean().optional(),
    secret: z.string().max(40).meta({ sensitive: true }).optional(),
    reviewedAt: instant.optional(),
    partners: z.array(z.strictObject({ name: z.string().max(40), country: z.string().max(3).optional() })).max(20).optional(),
    countries: z.array(z.string().max(3)).max(60).optional(),
    basis: z.strictObject({ mechanism: z.enum(['scc', 'bcr']).optional() }).optional(),
  }),
});

function packOf(...rules: Record<string, unknown>[]): CompiledPack {
  const result = compilePack(
    {
      apiVersion: 'domicile/v1',
      kind: 'PolicyPack',
      metadata: { id: 'test', title: 'Test', version: '1.0.0', owner: 'dpo', inventorySchema: 'domicile/inventory/1' },
      params: { adequate: { type: 'list<string>', default: ['DE', 'FR', 'NL', 'IT', 'ES'] }, maxDays: { type: 'number', default: 30 } },
      rules: rules.map((rule, index) => ({ id: `R-${index + 1}`, title: 'T', severity: 'high', subject: 'deployment', controls: ['C'], rationale: 'because', message: '${deployment.id} fails', remediation: 'mend it', ...rule })),
    },
    { environment, controls: new Set(['C']), positions: (pointer) => ({ file: pointer, line: 1, column: 1 }) },
  );
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  return JSON.parse(JSON.stringify(result.pack)) as CompiledPack;
}

function view(deployment: Record<string, unknown>, factUses: FactUse[] = []): SubjectView {
  return { kind: 'deployment', subject: 'deployment/a', variables: { deployment: { id: 'a', ...deployment }, organisation: { id: 'o' } }, origins: [], factUses };
}

function judge(rule: Record<string, unknown>, deployment: Record<string, unknown>, factUses: FactUse[] = [], unverifiedFacts: 'accept' | 'unknown' = 'accept'): readonly Verdict[] {
  return evaluate({ packs: [packOf(rule)], subjects: [view(deployment, factUses)], asOf: '2026-11-23T00:00:00Z', unverifiedFacts }).verdicts;
}

describe('evaluate', () => {
  it('answers unknown over an absent field and names it', () => {
    const [verdict] = judge({ check: "deployment.basis.mechanism == 'scc'" }, {});
    expect(verdict).toMatchObject({ outcome: 'unknown', missing: ['deployment.basis.mechanism'], message: 'a fails' });
    expect(verdict?.explanation).toEqual([{ expression: "deployment.basis.mechanism == 'scc'", result: 'unknown', operands: [{ path: 'deployment.basis.mechanism', value: null, state: 'missing' }] }]);
  });

  it('lets true win over missing, and false over missing', () => {
    expect(judge({ check: "deployment.basis.mechanism == 'scc' || deployment.id == 'a'" }, {})[0]?.outcome).toBe('pass');
    expect(judge({ check: "deployment.basis.mechanism == 'scc' && deployment.id == 'b'" }, {})[0]?.outcome).toBe('fail');
  });

  it('shows only the counterexamples under all()', () => {
    const [verdict] = judge({ check: 'deployment.countries.all(c, c in params.adequate)' }, { countries: ['DE', 'US', 'FR'] });
    expect(verdict).toMatchObject({ outcome: 'fail' });
    expect(verdict?.explanation).toEqual([{ expression: 'c in params.adequate', result: false, operands: [{ path: 'deployment.countries[1]', value: 'US' }, { path: 'params.adequate', value: ['DE', 'FR', 'NL', 'IT', 'ES'] }] }]);
  });

  it('turns silence into a fail where the rule says so, but never a contradiction', () => {
    const rule = { check: "deployment.basis.mechanism == 'scc'", onMissing: 'fail' };
    expect(judge(rule, {})[0]).toMatchObject({ outcome: 'fail', missing: ['deployment.basis.mechanism'] });
    const [verdict] = judge(rule, { basis: { mechanism: contradicted } });
    expect(verdict?.outcome).toBe('unknown');
    expect(verdict?.explanation?.[0]?.operands).toEqual([{ path: 'deployment.basis.mechanism', value: null, state: 'contradicted' }]);
  });

  it('gets no answer from has() of a contradicted field', () => {
    expect(judge({ check: 'has(deployment.commercial)' }, { commercial: contradicted })[0]?.outcome).toBe('unknown');
    expect(judge({ check: 'has(deployment.commercial)' }, {})[0]?.outcome).toBe('fail');
    expect(judge({ check: 'has(deployment.commercial)' }, { commercial: null })[0]?.outcome).toBe('fail');
  });

  it('does not apply, or cannot tell whether it does', () => {
    const rule = { appliesTo: 'deployment.commercial', check: "deployment.id == 'b'" };
    expect(judge(rule, { commercial: false })[0]?.outcome).toBe('not-applicable');
    expect(judge(rule, {})[0]).toMatchObject({ outcome: 'unknown', missing: ['deployment.commercial'] });
    expect(judge(rule, { commercial: true })[0]?.outcome).toBe('fail');
  });

  it('gives one verdict for each element of a forEach', () => {
    const rule = { forEach: { in: 'deployment.partners', as: 'partner', key: 'partner.name' }, check: 'partner.country in params.adequate', message: '${partner.name} is in ${partner.country}' };
    const verdicts = judge(rule, { partners: [{ name: 'x', country: 'DE' }, { name: 'y', country: 'US' }, { name: 'y' }] });
    expect(verdicts.map(({ element, outcome, message }) => [element, outcome, message])).toEqual([
      ['partner/x', 'pass', undefined],
      ['partner/y', 'fail', 'y is in US'],
      ['partner/y#2', 'unknown', 'y is in (not recorded)'],
    ]);
    expect(verdicts[1]?.explanation?.[0]?.operands[0]).toEqual({ path: 'deployment.partners[1].country', value: 'US' });
    expect(judge(rule, { partners: [] }).map(({ outcome }) => outcome)).toEqual(['not-applicable']);
    expect(judge(rule, {}).map(({ outcome, missing }) => [outcome, missing])).toEqual([['unknown', ['deployment.partners']]]);
  });

  it('says when the outcome will change if only time passes', () => {
    const rule = { check: 'now - deployment.reviewedAt <= days(params.maxDays)' };
    expect(judge(rule, { reviewedAt: '2026-11-20' })[0]).toMatchObject({ outcome: 'pass', flipsAt: '2026-12-20T00:00:00.001Z' });
    expect(judge(rule, { reviewedAt: '2026-01-01' })[0]?.flipsAt).toBeUndefined();
    expect(judge({ check: 'deployment.reviewedAt < now' }, { reviewedAt: '2026-12-01T10:00:00+02:00' })[0]).toMatchObject({ outcome: 'fail', flipsAt: '2026-12-01T08:00:00.001Z' });
  });

  it('masks what is sensitive in messages and explanations', () => {
    const [verdict] = judge({ check: "deployment.secret == 'open'", message: 'the secret is ${deployment.secret}' }, { secret: 'hunter2' });
    expect(JSON.stringify(verdict)).not.toContain('hunter2');
    expect(verdict).toMatchObject({ message: 'the secret is (masked)', explanation: [{ operands: [{ path: 'deployment.secret', value: null, state: 'masked' }] }] });
  });

  it('reports an error where a value has a type the schema does not allow, only for rules that read it', () => {
    const { verdicts } = evaluate({ packs: [packOf({ check: 'deployment.commercial' }, { check: "deployment.id == 'a'" })], subjects: [view({ commercial: 'yes' })], asOf: '2026-11-23' });
    expect(verdicts.map(({ outcome }) => outcome)).toEqual(['error', 'pass']);
    expect(verdicts[0]?.message).toContain('deployment.commercial');
  });

  it('answers unknown over a date that no calendar has', () => {
    expect(judge({ check: 'deployment.reviewedAt < now' }, { reviewedAt: '2026-02-30' })[0]).toMatchObject({ outcome: 'unknown', explanation: [{ operands: [{ value: '2026-02-30', state: 'unreadable' }, { path: 'now' }] }] });
  });

  it('keeps a stale fact from deciding anything', () => {
    const stale: FactUse = { path: 'deployment.basis.mechanism', fact: 'transfer/us', confidence: 'verified', state: 'stale' };
    expect(judge({ check: '!has(deployment.basis) || !has(deployment.basis.mechanism)' }, { basis: {} }, [stale])[0]?.outcome).toBe('unknown');
    expect(judge({ check: "deployment.basis.mechanism == 'scc'", onMissing: 'fail' }, { basis: {} }, [stale])[0]?.outcome).toBe('unknown');
    expect(judge({ check: 'has(deployment.basis)' }, { basis: {} }, [stale])[0]?.outcome).toBe('pass');
    expect(judge({ check: "has(deployment.basis.mechanism) || deployment.id == 'a'" }, { basis: {} }, [{ ...stale, path: 'deployment.basis' }])[0]?.outcome).toBe('unknown');
  });

  it('lets an unverified fact carry a pass unless told otherwise', () => {
    const unverified: FactUse = { path: 'deployment.basis.mechanism', fact: 'transfer/us', confidence: 'known-but-unverified', state: 'unverified' };
    const rule = { check: "deployment.basis.mechanism == 'scc'" };
    expect(judge(rule, { basis: { mechanism: 'scc' } }, [unverified])[0]).toMatchObject({ outcome: 'pass', facts: [unverified] });
    expect(judge(rule, { basis: { mechanism: 'scc' } }, [unverified], 'unknown')[0]?.outcome).toBe('unknown');
  });

  it('takes the severity that holds on the day', () => {
    const severity = [{ is: 'medium' }, { from: '2027-12-02', is: 'critical' }];
    const packs = [packOf({ check: "deployment.id == 'b'", severity })];
    const at = (asOf: string) => evaluate({ packs, subjects: [view({})], asOf }).verdicts[0]?.severity;
    expect([at('2027-12-01'), at('2027-12-02')]).toEqual(['medium', 'critical']);
  });

  it('counts every outcome of every rule', () => {
    const { verdicts, counts } = evaluate({ packs: [packOf({ check: 'deployment.commercial' })], subjects: [view({ commercial: true }), view({ commercial: false }), view({})], asOf: '2026-11-23', keep: 'non-pass' });
    expect(verdicts).toHaveLength(2);
    expect(counts).toEqual([{ ruleId: 'R-1', pack: 'test', counts: { pass: 1, fail: 1, unknown: 1, 'not-applicable': 0, error: 0 } }]);
  });
});
