import { type CompiledPack } from '../../src/core/policy/compiled-pack.js';
import { type Verdict } from '../../src/core/evaluation/verdict.js';
import { auditManifest } from './audit-manifest.js';
import { shippedPacks } from './shipped-packs.js';

/** One inventory, as it could stand unchanged for years: GPT-4 through the maker's API, customers told that it is a machine, on the Data Privacy Framework with clauses beneath. */
const manifest = {
  organisation: { id: 'hafen', name: 'Hafen SE', seat: 'DE', usersPerMonth: 40_000 },
  providers: [{ id: 'openai', name: 'OpenAI OpCo LLC', kind: 'model-api', country: 'US', ultimateParent: 'OpenAI group', ultimateParentCountry: 'US', reference: 'openai-api', dpfCertified: true }],
  models: [{ id: 'gpt-4', name: 'GPT-4', apiModelId: 'gpt-4', weightsAvailability: 'api-only', trainingDataSummary: false, copyrightPolicy: true, downstreamDocumentation: true }],
  deployments: [
    {
      id: 'chat',
      model: 'gpt-4',
      provider: 'openai',
      route: 'closed-api',
      status: 'live',
      aiAct: { role: 'deployer', riskClass: 'undecided', interactsWithPeople: true, userNotice: false, generatesContent: true, rebranded: false, repurposed: false },
      flows: [
        {
          id: 'prompts',
          stage: 'prompt',
          to: 'openai',
          personalData: true,
          subjectCountries: ['DE'],
          processingCountries: ['US'],
          storageCountries: ['US'],
          scope: 'region',
          transferBasis: { mechanism: 'dpf', fallbackMechanism: 'scc' },
          subProcessors: [],
        },
      ],
    },
  ],
};

/** What each rule answers on each day, and the law or announcement that makes it so. */
const answers: readonly (readonly [rule: string, y2023: Verdict['outcome'], y2025: Verdict['outcome'], today: Verdict['outcome'], because: string])[] = [
  ['TRF-01', 'fail', 'pass', 'pass', 'GDPR Art. 44: Privacy Shield fell on 2020-07-16 (C-311/18); Decision (EU) 2023/1795 was adopted on 2023-07-10'],
  ['TRF-02', 'fail', 'pass', 'pass', 'GDPR Art. 45: a ground that is not there yet, then one that covers certified entities'],
  ['AIA-01', 'not-applicable', 'fail', 'fail', 'Regulation (EU) 2024/1689 is law since 2024-08-01, Art. 113'],
  ['AIA-04', 'not-applicable', 'unknown', 'unknown', 'Art. 25, law since 2024-08-01; who developed the model is not recorded'],
  ['AIA-03', 'not-applicable', 'not-applicable', 'fail', 'Art. 53 applies from 2025-08-02, Art. 113(b)'],
  ['AIA-05', 'not-applicable', 'not-applicable', 'fail', 'Art. 50(1) applies from 2026-08-02, not postponed by Regulation (EU) 2026/1744'],
  ['RES-05', 'not-applicable', 'not-applicable', 'fail', 'GPT-4 was shut down by its maker on 2026-10-23; nothing was announced before, which RES-05-SOON keeps open'],
  ['RES-05-SOON', 'unknown', 'unknown', 'not-applicable', 'no announcement is no promise; once the end is past there is none to come'],
];

describe('the same audit on three days', () => {
  let packs: readonly CompiledPack[] = [];
  beforeAll(async () => {
    packs = (await shippedPacks()).map(({ pack }) => pack);
  });

  const days = ['2023-07-01T00:00:00Z', '2025-01-01T00:00:00Z', '2026-11-27T00:00:00Z'];

  it.each(answers)('%s answers %s in July 2023, %s in January 2025 and %s today: %s', (rule, ...rest) => {
    const outcomes = days.map((asOf) => auditManifest(manifest, packs, asOf).filter(({ ruleId }) => ruleId === rule).map(({ outcome }) => outcome));
    expect(outcomes).toEqual(rest.slice(0, 3).map((outcome) => [outcome]));
  });

  it('changes the weight of what stays the same: an undecided class weighs more since the prohibitions apply', () => {
    const weight = (asOf: string) => auditManifest(manifest, packs, asOf).find(({ ruleId }) => ruleId === 'AIA-01')?.severity;
    expect([weight('2025-02-01T00:00:00Z'), weight('2025-02-02T00:00:00Z')]).toEqual(['medium', 'high']);
  });

  it('turns over on the very day a decision is adopted and a duty begins', () => {
    const at = (rule: string, asOf: string) => auditManifest(manifest, packs, asOf).find(({ ruleId }) => ruleId === rule)?.outcome;
    expect([at('TRF-02', '2023-07-09T23:59:59Z'), at('TRF-02', '2023-07-10T00:00:00Z')]).toEqual(['fail', 'pass']);
    expect([at('AIA-05', '2026-08-01T23:59:59Z'), at('AIA-05', '2026-08-02T00:00:00Z')]).toEqual(['not-applicable', 'fail']);
    expect([at('RES-05', '2026-10-22T23:59:59Z'), at('RES-05', '2026-10-23T00:00:00Z')]).toEqual(['pass', 'fail']);
  });
});
