import fc from 'fast-check';
import { defaultGate } from '../../src/core/audit/gate.js';
import { assembleSnapshot } from '../../src/core/inventory/assemble-snapshot.js';
import { runShock } from '../../src/core/shock/run-shock.js';
import { type DeploymentOfShock, type ShockResult } from '../../src/core/shock/shock-result.js';
import { shockResultSchema, type SchemaCoversShock } from '../../src/core/shock/shock-result-schema.js';
import { type Shock } from '../../src/core/shock/shock.js';
import { importSources } from '../../src/importers/import-sources.js';
import { sha256Of } from '../../src/core/inventory/sha256-of.js';
import { rulebook, type Rulebook } from '../factories/rulebook.js';

const asOf = '2026-11-23T00:00:00.000Z';

/** A German firm: a chat on a US-owned API under the EU-US framework, its spare on own machines, and a tutor on own machines. */
const firm = `domicile: 1
effective: 2026-11-20
organisation: { id: firm, name: Firm AG, seat: DE }
providers:
  - { id: own, name: Firm IT, kind: own, country: DE, ultimateParentCountry: DE, reference: self-hosted }
  - { id: openai, name: OpenAI Ireland Ltd, kind: model-api, country: IE, reference: openai-api, dpfCertified: true, dpfCheckedAt: 2026-09-15, dpfDataTypes: [non-hr], contract: { processingAgreement: true, retentionDays: 0 } }
models:
  - { id: gpt, name: GPT, weightsAvailability: api-only, apiModelId: gpt-5.5 }
  - { id: mistral, name: Mistral 7B, catalogue: mistral-7b-v0.1, weightsAvailability: open, licence: { expression: Apache-2.0 } }
deployments:
  - id: chat
    model: gpt
    provider: openai
    route: closed-api
    criticality: critical
    usersPerMonth: 500
    commercial: true
    fallback: { deployment: spare, testedAt: 2026-10-01, substituteDays: 4 }
    flows:
      - { id: ask, stage: prompt, from: Firm, to: openai, personalData: true, subjectCountries: [DE], processingCountries: [US], storageCountries: [US], accessCountries: [US], scope: region, transferBasis: { mechanism: dpf } }
  - id: spare
    model: mistral
    provider: own
    route: self-hosted
    place: { kind: on-premises, provider: own, region: Kiel, country: DE, scope: site }
    flows: [{ id: ask, stage: prompt, from: Firm, to: own, region: Kiel, personalData: true, processingCountries: [DE], storageCountries: [DE], scope: site }]
  - id: tutor
    model: mistral
    provider: own
    route: self-hosted
    criticality: low
    usersPerMonth: 20
    commercial: true
    place: { kind: on-premises, provider: own, region: Kiel, country: DE, scope: site }
    fallback: { deployment: spare }
    flows: [{ id: ask, stage: prompt, from: Firm, to: own, region: Kiel, personalData: true, processingCountries: [DE], storageCountries: [DE], scope: site }]
`;

describe('a shock', () => {
  let rules: Rulebook;
  beforeAll(async () => {
    rules = await rulebook();
  });

  const shaken = (shock: Shock, text: string = firm, at: string = asOf): ShockResult | { readonly problem: string } => {
    const bytes = new TextEncoder().encode(text);
    const { fragments, problems } = importSources([{ path: 'domicile.yaml', bytes, sha256: sha256Of(text) }]);
    expect(problems).toEqual([]);
    return runShock({ ...rules, snapshot: assembleSnapshot(fragments, at), waivers: [], gate: defaultGate, problems: [] }, shock);
  };
  const run = (shock: Shock, text?: string, at?: string): ShockResult => {
    const result = shaken(shock, text, at);
    if ('problem' in result) throw new Error(result.problem);
    return result;
  };
  const of = (result: ShockResult, id: string): DeploymentOfShock => {
    const found = result.deployments.find((one) => one.id === id);
    if (found === undefined) throw new Error(`no ${id}`);
    return found;
  };
  const worse = (one: DeploymentOfShock): string[] => one.breaks.map(({ ruleId, after }) => `${ruleId} ${after}`);

  it('that fells the EU-US adequacy decision takes the ground from transfers that rest on it, and from no others', () => {
    const result = run({ kind: 'adequacy-falls', jurisdiction: 'US' });
    expect(worse(of(result, 'chat'))).toEqual(expect.arrayContaining(['TRF-01 fail', 'TRF-02 fail']));
    expect(of(result, 'chat')).toMatchObject({ impact: 'breaks', stops: 'no', fallback: { state: 'tested', deployment: 'spare', daysWithout: null } });
    expect([of(result, 'spare').impact, of(result, 'tutor').impact]).toEqual(['unchanged', 'unchanged']);
    expect(result.blastRadius).toEqual([
      { criticality: 'critical', breaks: 1, undecided: 0, unchanged: 0, usersPerMonth: { value: 500, unit: 'users/month', kind: 'declared', notStatedFor: 0 } },
      { criticality: 'low', breaks: 0, undecided: 0, unchanged: 1, usersPerMonth: { value: 0, unit: 'users/month', kind: 'declared', notStatedFor: 0 } },
      { criticality: null, breaks: 0, undecided: 0, unchanged: 1, usersPerMonth: { value: 0, unit: 'users/month', kind: 'declared', notStatedFor: 0 } },
    ]);
    expect(result.digests.factsAfter).not.toBe(result.digests.facts);
  });

  it('cannot fell a decision that is not in force on the day', () => {
    expect(shaken({ kind: 'adequacy-falls', jurisdiction: 'US' }, firm, '2023-01-01T00:00:00.000Z')).toEqual({ problem: expect.stringContaining('no adequacy decision in force on 2023-01-01') });
  });

  it('that gives a provider a parent elsewhere lets the laws of that country reach its flows', () => {
    const european = firm.replace('processingCountries: [US], storageCountries: [US], accessCountries: [US]', 'processingCountries: [FR], storageCountries: [FR], accessCountries: [FR]').replace('{ mechanism: dpf }', '{ mechanism: not-needed }').replace(/- \{ id: openai.*\n/, '- { id: openai, name: Modele SAS, kind: model-api, country: FR, ultimateParent: Modele SAS, ultimateParentCountry: FR }\n');
    const result = run({ kind: 'parent-changes', provider: 'openai', parent: 'Contoso', country: 'US' }, european);
    expect(worse(of(result, 'chat'))).toContain('TRF-06 fail');
    expect(of(result, 'chat').breaks.find(({ ruleId }) => ruleId === 'TRF-06')?.message).toContain('Contoso');
    expect(of(result, 'tutor').impact).toBe('unchanged');
  });

  it('that cuts an API off stops what runs on it, for as long as the fallback needs', () => {
    const month = run({ kind: 'api-cut-off', provider: 'openai', days: 30 });
    expect(of(month, 'chat')).toMatchObject({ impact: 'breaks', stops: 'yes', fallback: { state: 'tested', daysWithout: 4 } });
    expect(of(run({ kind: 'api-cut-off', provider: 'openai', days: 2 }), 'chat').fallback.daysWithout).toBe(2);
    expect(of(month, 'tutor')).toMatchObject({ impact: 'unchanged', stops: 'no', fallback: { state: 'untested', daysWithout: null } });
  });

  it('that retires a model at its provider stops it and fails the rule on announced ends', () => {
    const chat = of(run({ kind: 'api-retired', provider: 'openai', model: 'gpt' }), 'chat');
    expect([chat.stops, worse(chat).some((one) => one === 'RES-05 fail')]).toEqual(['yes', true]);
  });

  it('that puts a base model under a non-commercial licence breaks every commercial use of it', () => {
    const result = run({ kind: 'licence-changes', model: 'mistral', licence: 'CC-BY-NC-4.0' });
    expect(worse(of(result, 'tutor'))).toContain('LIC-02 fail');
    expect(of(result, 'chat').impact).toBe('unchanged');
  });

  it('that takes a region takes the fallback in it too, and says so', () => {
    const result = run({ kind: 'region-lost', region: 'kiel' });
    expect(of(result, 'tutor')).toMatchObject({ impact: 'breaks', stops: 'yes', fallback: { state: 'hit-too' } });
    expect(of(result, 'chat')).toMatchObject({ impact: 'unchanged', stops: 'no' });
  });

  it('leaves undecided what the inventory does not say', () => {
    const silent = firm.replace('    provider: openai\n', '').replace('to: openai, ', '');
    expect(of(run({ kind: 'api-cut-off', provider: 'openai', days: 30 }, silent), 'chat')).toMatchObject({ impact: 'undecided', stops: 'unknown' });
    expect(of(run({ kind: 'region-lost', country: 'US' }, silent.replace('processingCountries: [US], ', '')), 'chat').impact).toBe('undecided');
  });

  it.each<[string, Shock, RegExp]>([
    ['an unknown provider', { kind: 'api-cut-off', provider: 'opnai', days: 3 }, /did you mean 'openai'/],
    ['an unknown model', { kind: 'licence-changes', model: 'mistrla', licence: 'MIT' }, /did you mean 'mistral'/],
    ['an unknown licence', { kind: 'licence-changes', model: 'mistral', licence: 'Apache-2.1' }, /did you mean 'Apache-2.0'/],
    ['a choice of licences', { kind: 'licence-changes', model: 'mistral', licence: 'MIT OR Apache-2.0' }, /leaves open which licence holds/],
    ['a region nobody uses', { kind: 'region-lost', region: 'Keil' }, /did you mean 'Kiel'/],
    ['an unknown jurisdiction', { kind: 'adequacy-falls', jurisdiction: 'ZZ' }, /no jurisdiction 'ZZ'/],
  ])('is refused for %s', (_name, shock, message) => {
    expect(shaken(shock)).toEqual({ problem: expect.stringMatching(message) });
  });

  it('on a provider that nobody uses changes nothing', () => {
    fc.assert(
      fc.property(fc.constantFrom('mistral-la-plateforme', 'stackit', 'ovhcloud'), fc.constantFrom('US', 'CN', 'DE'), fc.integer({ min: 1, max: 400 }), (provider, country, days) => {
        for (const shock of [{ kind: 'parent-changes' as const, provider, parent: 'Other', country }, { kind: 'api-cut-off' as const, provider, days }]) {
          const result = run(shock);
          expect([result.counts.breaks, result.counts.undecided, result.elsewhere.length]).toEqual([0, 0, 0]);
        }
      }),
      { numRuns: 8, seed: 7 },
    );
  });

  it('gives what its schema says, and the same bytes each time', () => {
    const covers: SchemaCoversShock = true;
    expect(covers).toBe(true);
    const shock: Shock = { kind: 'api-cut-off', provider: 'openai', days: 30 };
    const text = JSON.stringify(run(shock));
    expect(JSON.stringify(run(shock))).toBe(text);
    expect(shockResultSchema.safeParse(JSON.parse(text)).error).toBeUndefined();
  });
});
