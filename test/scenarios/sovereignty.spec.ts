import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';
import { assembleSnapshot } from '../../src/core/inventory/assemble-snapshot.js';
import { sha256Of } from '../../src/core/inventory/sha256-of.js';
import { sealFrameworks } from '../../src/core/reference/seal-frameworks.js';
import { sovereigntyLevels } from '../../src/core/sovereignty/sovereignty-levels.js';
import { type DeploymentSovereignty, type SovereigntyResult } from '../../src/core/sovereignty/sovereignty-result.js';
import { sovereigntyResultSchema, type SchemaCoversSovereignty } from '../../src/core/sovereignty/sovereignty-result-schema.js';
import { importSources } from '../../src/importers/import-sources.js';
import { rulebook, type Rulebook } from '../factories/rulebook.js';

const asOf = '2026-11-23T00:00:00.000Z';

/** BLOOM on own machines in Kiel, run and audited by the firm itself. */
const own = {
  domicile: 1,
  effective: '2026-11-20',
  organisation: { id: 'firm', name: 'Firm AG', seat: 'DE' },
  providers: [{ id: 'it', name: 'Firm IT', kind: 'own', country: 'DE', ultimateParentCountry: 'DE', reference: 'self-hosted' }],
  models: [{ id: 'bloom', name: 'BLOOM 7B1', catalogue: 'bloom', weightsAvailability: 'open', weights: [{ id: 'file', file: 'model.safetensors', format: 'safetensors', sha256: 'a'.repeat(64), publisherSha256: 'a'.repeat(64), verification: 'digest', verifiedAt: '2026-09-01' }] }],
  deployments: [
    {
      id: 'chat',
      model: 'bloom',
      provider: 'it',
      route: 'self-hosted',
      place: { kind: 'on-premises', provider: 'it', country: 'DE', scope: 'site' },
      engine: { id: 'vllm', version: '0.14.0' },
      exitPlan: { reference: 'EXIT-1', testedAt: '2026-09-20' },
      processingRecord: { security: true },
      dpia: { status: 'done', date: '2026-02-01' },
      flows: [
        { id: 'ask', stage: 'prompt', from: 'Firm', to: 'it', personalData: true, processingCountries: ['DE'], storageCountries: ['DE'], accessCountries: ['DE'], scope: 'site', keyHolder: 'deployer', clearTextAtRecipient: true, usedForTraining: false, subProcessors: [] },
      ],
    },
  ],
};

/** A closed model through the Irish region of an American cloud. */
const irishRegion = {
  ...own,
  providers: [{ id: 'it', name: 'Cloud Ireland Ltd', kind: 'cloud-model-api', country: 'IE', ultimateParent: 'Cloud Inc', ultimateParentCountry: 'US', contract: { processingAgreement: true } }],
  models: [{ id: 'bloom', name: 'Closed', weightsAvailability: 'api-only' }],
  deployments: [{ ...own.deployments[0], route: 'closed-api', place: { kind: 'managed-api', provider: 'it', region: 'westeurope', country: 'IE' } }],
};

describe('the level of sovereignty', () => {
  let rules: Rulebook;
  beforeAll(async () => {
    rules = await rulebook(['eu-sovereignty']);
  });
  const framework = sealFrameworks.parse(parse(readFileSync('policies/reference/seal.yaml', 'utf8'))).sealFrameworks[0];

  const levels = (manifest: object): SovereigntyResult => {
    const [pack] = rules.packs;
    if (framework === undefined || pack === undefined) throw new Error('no framework or no pack');
    const text = stringify(manifest);
    const { fragments, problems } = importSources([{ path: 'domicile.yaml', bytes: new TextEncoder().encode(text), sha256: sha256Of(text) }]);
    expect(problems).toEqual([]);
    return sovereigntyLevels({ snapshot: assembleSnapshot(fragments, asOf), reference: rules.reference, framework, pack, problems: [] });
  };
  const first = (manifest: object): DeploymentSovereignty => {
    const [deployment] = levels(manifest).deployments;
    if (deployment === undefined) throw new Error('no deployment');
    return deployment;
  };
  const ranges = (manifest: object): Record<string, string> => Object.fromEntries(first(manifest).objectives.map(({ objective, low, high }) => [objective, low === high ? `${low}` : `${low}-${high}`]));

  it('is high for open weights on own machines, and open where an inventory holds no facts', () => {
    expect(ranges(own)).toEqual({ 'SOV-1': '3-4', 'SOV-2': '3-4', 'SOV-3': '4', 'SOV-4': '4', 'SOV-5': '3-4', 'SOV-6': '3', 'SOV-7': '3-4', 'SOV-8': '0-4' });
  });

  it('is jurisdictional for the Irish region of a provider owned elsewhere', () => {
    expect(ranges(irishRegion)).toMatchObject({ 'SOV-1': '1', 'SOV-2': '1', 'SOV-6': '0-1' });
    expect(first(irishRegion).objectives[0]?.gaps[0]).toMatchObject({ level: 2, ruleId: 'SOV-1.2', state: 'missed', because: ['the operator of chat is owned in US'] });
  });

  it('is wide, and names what would narrow it, where little is recorded', () => {
    const bare = { ...own, models: [{ id: 'something' }], providers: [{ id: 'it', name: 'Anyone' }], deployments: [{ id: 'chat', model: 'something', provider: 'it' }] };
    expect(Object.values(ranges(bare))).toEqual(['0-4', '0-4', '0-4', '0-4', '0-4', '0-4', '0-4', '0-4']);
    expect(first(bare).objectives[0]?.gaps[0]).toMatchObject({ level: 1, state: 'open', because: ['deployment.place.provider.operatorCountry', 'deployment.provider.operatorCountry'] });
    expect(first(bare).objectives[1]?.gaps[0]).toMatchObject({ because: ['a flow with the prompts'] });
  });

  it('is not shown by the logs alone', () => {
    const [deployment] = own.deployments;
    const logs = { ...own, deployments: [{ ...deployment, flows: deployment?.flows.map((flow) => ({ ...flow, stage: 'log' })) }] };
    expect(ranges(logs)).toMatchObject({ 'SOV-2': '0-4', 'SOV-3': '0-4' });
  });

  it('scores objectives by their weight and never lifts one by another', () => {
    const { score, objectives } = first(own);
    expect(objectives.reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
    expect(score).toEqual({ low: Math.round((15 * 3 + 10 * 3 + 10 * 4 + 15 * 4 + 20 * 3 + 15 * 3 + 10 * 3 + 5 * 0) / 4), high: Math.round((15 * 4 + 10 * 4 + 10 * 4 + 15 * 4 + 20 * 4 + 15 * 3 + 10 * 4 + 5 * 4) / 4), unit: 'per cent' });
  });

  it('never narrows when a fact is forgotten', () => {
    const forgettable = leavesOf(own);
    expect(forgettable.length).toBeGreaterThan(15);
    const all = first(own);
    fc.assert(
      fc.property(fc.subarray(forgettable, { minLength: 1, maxLength: 8 }), (paths) => {
        const less = first(without(own, paths));
        less.objectives.forEach(({ low, high, objective }, index) => {
          const before = all.objectives[index];
          expect([objective, low <= (before?.low ?? -1), high >= (before?.high ?? 5)]).toEqual([objective, true, true]);
        });
      }),
      { numRuns: 60, seed: 11 },
    );
  });

  it('is what its schema says, labelled an adaptation', () => {
    const covers: SchemaCoversSovereignty = true;
    expect(covers).toBe(true);
    const result = levels(own);
    expect(sovereigntyResultSchema.safeParse(JSON.parse(JSON.stringify(result))).error).toBeUndefined();
    expect(result.framework).toMatchObject({ label: 'adaptation', confidence: 'known-in-secondary-sources' });
  });
});

type Path = readonly (string | number)[];

/** Facts of the deployment and its flows, without ids and references, whose absence is no other statement. */
function leavesOf(manifest: typeof own): Path[] {
  const kept = new Set(['id', 'model', 'to', 'stage', 'kind', 'route']);
  const visit = (value: unknown, path: Path): Path[] => {
    if (typeof value !== 'object' || value === null) return kept.has(String(path.at(-1))) ? [] : [path];
    if (Array.isArray(value) && (value.length === 0 || typeof value[0] !== 'object')) return [path];
    return Object.entries(value).flatMap(([key, member]) => visit(member, [...path, Array.isArray(value) ? Number(key) : key]));
  };
  return visit(manifest.deployments, ['deployments']);
}

function without(manifest: object, paths: readonly Path[]): object {
  const copy = structuredClone(manifest);
  for (const path of paths) {
    let at: unknown = copy;
    for (const step of path.slice(0, -1)) at = (at as Record<string | number, unknown> | undefined)?.[step];
    if (typeof at === 'object' && at !== null) Reflect.deleteProperty(at, String(path.at(-1)));
  }
  return copy;
}
