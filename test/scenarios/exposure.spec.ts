import { deriveSubjects } from '../../src/core/exposure/derive-subjects.js';
import { type SubjectView } from '../../src/core/exposure/subject-view.js';
import { subjectSchemas } from '../../src/core/exposure/view/subject-schemas.js';
import { evaluate } from '../../src/core/evaluation/evaluate.js';
import { contradicted } from '../../src/core/inventory/contradicted.js';
import { type InventorySnapshot } from '../../src/core/inventory/inventory-snapshot.js';
import { shippedReference } from '../reference/shipped-reference.js';
import { shippedPacks } from './shipped-packs.js';

const asOf = '2026-11-23T00:00:00Z';
const empty: InventorySnapshot = { digest: 'sha256:0', digests: { deployments: new Map(), rest: '' }, asOf, legalEntities: [], providers: [], licences: [], models: [], weights: [], lineage: [], deployments: [], dataFlows: [], codeCalls: [], contradictions: [], sources: [], origins: new Map() };

function subjects(snapshot: Partial<InventorySnapshot>, instant = asOf): SubjectView[] {
  return [...deriveSubjects({ ...empty, ...snapshot }, shippedReference().indexed, instant)];
}

function variable(views: readonly SubjectView[], kind: SubjectView['kind'], name = kind as string): Record<string, unknown> {
  return views.find((view) => view.kind === kind)?.variables[name] as Record<string, unknown>;
}

const edge = (child: string, parent: string, relation: 'finetune' | 'merge' = 'finetune') => ({ id: `${child} ${relation} ${parent}`, child, parent, relation });

describe('deriveSubjects', () => {
  it('gives views that fit their schemas, with flows under their deployment', () => {
    const views = subjects({
      organisation: { id: 'acme', seat: 'DE' },
      deployments: [{ id: 'chat', model: 'meta-math/MetaMath-Mistral-7B', provider: 'openai-api', route: 'closed-api', useTags: ['weapons', 'gossip'], engine: { id: 'llama-cpp', telemetry: 'default' } }],
      dataFlows: [{ id: 'chat/prompts', deployment: 'chat', stage: 'prompt', to: 'openai-api', personalData: true, subjectCountries: ['CN', 'RU'], processingCountries: ['US', 'EEA'], storageCountries: ['US'], subProcessors: [{ name: 'x', country: 'IN' }] }],
    });
    expect(views.map(({ kind, subject, element }) => [kind, subject, element])).toEqual([
      ['organisation', 'organisation/acme', undefined],
      ['deployment', 'deployment/chat', undefined],
      ['flow', 'deployment/chat', 'flow/prompts'],
      ['model', 'model/meta-math/MetaMath-Mistral-7B', undefined],
    ]);
    for (const { variables } of views) {
      for (const [name, value] of Object.entries(variables)) expect(subjectSchemas[name as keyof typeof subjectSchemas].safeParse(value).error?.issues ?? []).toEqual([]);
    }
    expect(variable(views, 'deployment')).toMatchObject({ uses: ['weapons'], unrecognisedUses: ['gossip'], usesComplete: undefined });
  });

  it('leaves retired deployments out, with their flows and the models only they use', () => {
    const views = subjects({ models: [{ id: 'old' }], deployments: [{ id: 'gone', status: 'retired', model: 'old' }], dataFlows: [{ id: 'f', deployment: 'gone' }] });
    expect(views).toEqual([]);
  });

  it('judges a flow by itself where its deployment is not recorded', () => {
    expect(subjects({ dataFlows: [{ id: 'f', deployment: 'nowhere' }] }).map(({ subject, element }) => [subject, element])).toEqual([['flow/f', undefined]]);
  });

  it('shows contradictions as such and derives nothing from them', async () => {
    const snapshot: Partial<InventorySnapshot> = {
      organisation: { id: 'acme', seat: 'DE' },
      models: [{ id: 'meta-llama/Llama-3.1-70B', licence: { textSha256: '0'.repeat(64) } }],
      deployments: [{ id: 'chat', model: 'meta-llama/Llama-3.1-70B', route: 'self-hosted', commercial: true }],
      contradictions: [
        { record: 'model/meta-llama/Llama-3.1-70B', pointer: '/licence/expression', claims: [], decided: false },
        { record: 'deployment/chat', pointer: '/place/country', claims: [], decided: false },
        { record: 'deployment/chat', pointer: '/__proto__/polluted', claims: [], decided: false },
        { record: 'deployment/chat', pointer: '/owner', claims: [], decided: true },
      ],
    };
    const views = subjects(snapshot);
    expect(variable(views, 'model')).toMatchObject({ licence: { expression: contradicted } });
    expect(variable(views, 'model')['licenceId']).toBeUndefined();
    expect(variable(views, 'deployment')).toMatchObject({ place: { country: contradicted } });
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    const packs = (await shippedPacks()).map(({ pack }) => pack);
    const { verdicts } = evaluate({ packs, subjects: views, asOf });
    expect(verdicts.find(({ ruleId }) => ruleId === 'LIC-01')?.outcome).toBe('unknown');
    expect(verdicts.filter(({ ruleId }) => ruleId === 'LIC-02').map(({ element, outcome }) => [element, outcome])).toEqual([
      ['licence/licence of meta-llama/Llama-3.1-70B', 'unknown'],
      ['licence/LicenseRef-Llama-3.1-Community', 'pass'],
    ]);
  });

  it('lets stale facts carry nothing', async () => {
    const late = '2029-01-01T00:00:00Z';
    const views = subjects({ organisation: { id: 'acme', seat: 'DE' }, deployments: [{ id: 'chat' }], dataFlows: [{ id: 'f', deployment: 'chat', personalData: true, processingCountries: ['CH'], storageCountries: ['CH'] }] }, late);
    const flow = variable(views, 'flow');
    expect(flow['leavesEea']).toBeUndefined();
    expect(views.find(({ kind }) => kind === 'flow')?.factUses).toContainEqual(expect.objectContaining({ fact: 'jurisdiction/CH', state: 'stale' }));
    const { verdicts } = evaluate({ packs: (await shippedPacks()).map(({ pack }) => pack), subjects: views, asOf: late });
    expect(verdicts.find(({ ruleId }) => ruleId === 'TRF-01')?.outcome).toBe('unknown');
  });

  it('walks circles and long lineages to an end', () => {
    const chain = Array.from({ length: 300 }, (_, index) => edge(`m${index}`, `m${index + 1}`));
    const long = variable(subjects({ models: [{ id: 'm0' }], lineage: chain, deployments: [{ id: 'd', model: 'm0' }] }), 'model');
    expect((long['lineage'] as unknown[]).length).toBeLessThanOrEqual(60);
    expect(long['lineageComplete']).not.toBe(true);
    const round = variable(subjects({ models: [{ id: 'a' }, { id: 'b' }], lineage: [edge('a', 'b'), edge('b', 'a')], deployments: [{ id: 'd', model: 'a' }] }), 'model');
    expect(round).toMatchObject({ lineageComplete: false, lineageGap: 'b and a are stated to be made from each other' });
    const wide = Array.from({ length: 200 }, (_, index) => edge('w', `p${index}`, 'merge'));
    expect((variable(subjects({ models: [{ id: 'w' }], lineage: wide, deployments: [{ id: 'd', model: 'w' }] }), 'model')['lineage'] as unknown[]).length).toBe(60);
  });

  it('says of each derived value which field of which record it came from', () => {
    const [flow] = subjects({ deployments: [{ id: 'chat', provider: 'p' }], providers: [{ id: 'p', country: 'US' }], dataFlows: [{ id: 'f', deployment: 'chat', to: 'p' }] }).filter(({ kind }) => kind === 'flow');
    expect(flow?.origins).toEqual(
      expect.arrayContaining([
        { path: 'flow', record: 'flow/f', pointer: '' },
        { path: 'flow.leavesEea', record: 'flow/f', pointer: '/processingCountries' },
        { path: 'flow.recipient', record: 'provider/p', pointer: '' },
        { path: 'flow.recipient.operatorCountry', record: 'provider/p', pointer: '/country' },
        { path: 'deployment.provider', record: 'provider/p', pointer: '' },
      ]),
    );
  });

  it('takes owners, memberships and decisions as of the instant', () => {
    const reach = (instant: string) => variable(subjects({ organisation: { id: 'acme', seat: 'GB' }, deployments: [{ id: 'chat' }], dataFlows: [{ id: 'f', deployment: 'chat', to: 'langfuse', personalData: true, processingCountries: ['DE'], storageCountries: ['DE'] }] }, instant), 'flow');
    expect(reach('2019-06-01')).toMatchObject({ underGdpr: true });
    expect(reach('2026-06-01')['underGdpr']).toBeUndefined();
    expect(reach('2025-06-01')).toMatchObject({ recipient: { parentCountry: 'DE' } });
    expect(reach('2026-06-01')).toMatchObject({ recipient: { parentCountry: 'US' }, foreignReach: true });
  });
});
