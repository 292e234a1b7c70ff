import { type Verdict } from '../../src/core/evaluation/verdict.js';
import { subjectSchemas } from '../../src/core/exposure/view/subject-schemas.js';
import { type CompiledPack } from '../../src/core/policy/compiled-pack.js';
import { typeEnvironmentOf } from '../../src/core/policy/type-environment-of.js';
import { auditManifest } from '../scenarios/audit-manifest.js';
import { shippedPacks } from '../scenarios/shipped-packs.js';
import { shippedReference } from '../reference/shipped-reference.js';

const asOf = '2026-11-23T09:00:00Z';
const organisation = { id: 'hafen', name: 'Hafen SE', seat: 'DE', usersPerMonth: 300_000, annualRevenueEur: 90_000_000 };
const text = { textSha256: 'cfc7749b96f63bd31c3c42b5c471bf756814053e847c10f3eb003417bc523d30' };

let packs: readonly CompiledPack[] = [];
beforeAll(async () => {
  packs = (await shippedPacks()).map(({ pack }) => pack);
});

/** Outcomes of a rule by subject and element. */
function outcomes(rule: string, manifest: object, instant = asOf): Record<string, Verdict['outcome']> {
  return Object.fromEntries(verdictsOf(rule, manifest, instant).map(({ subject, element, outcome }) => [element === undefined ? subject : `${subject} ${element}`, outcome]));
}

function verdictsOf(rule: string, manifest: object, instant = asOf): readonly Verdict[] {
  return auditManifest({ organisation, ...manifest }, packs, instant).filter(({ ruleId }) => ruleId === rule);
}

function runs(model: string, claims: object = {}, deployment: object = {}) {
  return { models: [{ id: model, ...claims }], deployments: [{ id: 'a', route: 'self-hosted', commercial: true, useTags: [], outputUses: ['internal'], model, ...deployment }] };
}

function sends(to: string, flow: object, providers: readonly object[] = []) {
  return { providers, deployments: [{ id: 'a', route: 'closed-api', provider: to, flows: [{ id: 'f', stage: 'prompt', to, personalData: true, subjects: ['customer'], subjectCountries: ['DE'], keyHolder: 'provider', scope: 'region', subProcessors: [], ...flow }] }] };
}

it('1: calls neither Llama nor Gemma, Qwen 72B, BLOOM or StarCoder open source', () => {
  for (const model of ['meta-llama/Llama-3.1-70B-Instruct', 'google/gemma-3-27b-it', 'Qwen/Qwen2.5-72B-Instruct', 'bigscience/bloom', 'bigcode/starcoder']) {
    expect(outcomes('LIC-10', runs(model, { claimedOpenSource: true }))).toEqual({ [`model/${model}`]: 'fail' });
  }
});

it('2: finds the exclusion of the EU that stands only in the use policy of Llama 4', () => {
  const [verdict] = verdictsOf('LIC-04', runs('meta-llama/Llama-4-Scout-17B-16E-Instruct'));
  expect(verdict).toMatchObject({ outcome: 'fail' });
  expect(verdict?.message).toContain('USE_POLICY');
});

it('3: tells the versions of Llama apart', () => {
  const training = { outputUses: ['train-other-model'] };
  const byModel = Object.fromEntries(['Llama-2-70b-hf', 'Meta-Llama-3-70B', 'Llama-3.1-70B', 'Llama-3.3-70B-Instruct'].map((name) => [name, Object.values(outcomes('LIC-08', runs(`meta-llama/${name}`, {}, training)))]));
  expect(byModel).toEqual({ 'Llama-2-70b-hf': ['fail'], 'Meta-Llama-3-70B': ['fail'], 'Llama-3.1-70B': ['pass'], 'Llama-3.3-70B-Instruct': ['pass'] });
});

it('4: lets reach follow the owner and the host, not the region', () => {
  const inFrance = { processingCountries: ['FR'], storageCountries: ['FR'] };
  expect(outcomes('TRF-06', sends('azure', inFrance, [{ id: 'azure', kind: 'cloud-model-api', country: 'IE', reference: 'azure-openai' }]))).toEqual({ 'deployment/a flow/f': 'fail' });
  const vendor = { id: 'vendor', kind: 'model-api', country: 'FR', ultimateParentCountry: 'FR' };
  const hosted = sends('vendor', inFrance, [vendor, { id: 'host', kind: 'cloud', country: 'LU', reference: 'aws' }]);
  expect(outcomes('TRF-06', { ...hosted, deployments: hosted.deployments.map((one) => ({ ...one, place: { provider: 'host', country: 'FR' } })) })).toEqual({ 'deployment/a flow/f': 'fail' });
  expect(outcomes('TRF-06', sends('vendor', inFrance, [vendor]))).toEqual({ 'deployment/a flow/f': 'not-applicable' });
});

it('5: takes adequacy by scope, entity and day, not by country', () => {
  const abroad = (country: string, party: object, instant = asOf) => outcomes('TRF-01', sends('p', { processingCountries: [country], storageCountries: [country], transferBasis: { mechanism: 'adequacy' } }, [{ id: 'p', country, ultimateParentCountry: country, ...party }]), instant)['deployment/a flow/f'];
  expect(abroad('CA', { kind: 'model-api' })).toBe('pass');
  expect(abroad('CA', { kind: 'other' })).toBe('unknown');
  expect(abroad('US', { kind: 'model-api', dpfCertified: true })).toBe('pass');
  expect(abroad('US', { kind: 'model-api', dpfCertified: false })).toBe('fail');
  expect(abroad('US', { kind: 'model-api' })).toBe('unknown');
  expect(abroad('US', { kind: 'model-api', dpfCertified: true }, '2021-01-01')).toBe('fail');
  expect(abroad('GB', { kind: 'model-api' }, '2032-01-01')).not.toBe('pass');
});

it('6: judges the flow and not the flag', () => {
  const weights = { models: [{ id: 'deepseek-ai/DeepSeek-R1', licence: { expression: 'MIT' } }] };
  const own = { ...weights, providers: [{ id: 'own', kind: 'own', country: 'DE' }], deployments: [{ id: 'a', model: 'deepseek-ai/DeepSeek-R1', route: 'self-hosted', provider: 'own', place: { kind: 'on-premises', country: 'DE' }, flows: [{ id: 'f', stage: 'prompt', to: 'own', personalData: true, subjectCountries: ['DE'] }] }] };
  expect(outcomes('TRF-01', own)).toEqual({ 'deployment/a flow/f': 'not-applicable' });
  expect(outcomes('TRF-01', { ...weights, ...sends('deepseek-api', { processingCountries: ['CN'], storageCountries: ['CN'], transferBasis: { mechanism: 'none' } }) })).toEqual({ 'deployment/a flow/f': 'fail' });
});

it('7: does not take no training for no retention', () => {
  const manifest = sends('p', { retentionDays: 30, retentionNeededDays: 0, usedForTraining: false }, [{ id: 'p', kind: 'model-api', country: 'FR', contract: { noTrainingClause: true } }]);
  expect(outcomes('DPA-02', manifest)).toEqual({ 'deployment/a flow/f': 'pass' });
  expect(outcomes('DPA-03', manifest)).toEqual({ 'deployment/a flow/f': 'fail' });
});

it('8: does not believe badges', () => {
  const badge = { licence: { expression: 'mit', ...text } };
  expect(outcomes('LIC-07', runs('deepseek-ai/DeepSeek-R1-Distill-Llama-70B', badge))).toEqual({ 'model/deepseek-ai/DeepSeek-R1-Distill-Llama-70B parent/llama-3.3-70b-instruct': 'fail' });
  expect(outcomes('LIC-01', runs('deepseek-ai/deepseek-coder-33b-instruct', badge))).toEqual({ 'model/deepseek-ai/deepseek-coder-33b-instruct': 'fail' });
  const [modified] = verdictsOf('LIC-03', runs('x', { licence: { expression: 'other', name: 'modified-mit', ...text } }));
  expect(modified).toMatchObject({ element: 'licence/LicenseRef-Mistral-Modified-MIT', outcome: 'unknown' });
});

it('9: reports synthetic data as a contract risk, and an unread origin as open', () => {
  const [read] = verdictsOf('PRV-06', runs('meta-math/MetaMath-Mistral-7B'));
  expect(read).toMatchObject({ outcome: 'fail', severity: 'high' });
  expect(read?.message).toMatch(/^Contract risk/);
  const [unread] = verdictsOf('PRV-06', runs('WizardLMTeam/WizardCoder-15B-V1.0'));
  expect(unread).toMatchObject({ outcome: 'unknown' });
  expect(unread?.facts).toContainEqual(expect.objectContaining({ state: 'unverified' }));
});

it('10: accepts no comparison that does not name benchmark and setting', () => {
  const justified = (more: object) => outcomes('RES-04', { deployments: [{ id: 'a', route: 'closed-api', justification: { comparedModels: ['m'], language: 'de', costCompared: true, riskCompared: true, ...more } }] });
  expect(justified({ benchmark: 'HumanEval' })).toEqual({ 'deployment/a': 'fail' });
  expect(justified({ benchmark: 'HumanEval', setting: '0-shot, chat' })).toEqual({ 'deployment/a': 'pass' });
});

it('11: cites Art. 53(2) for the open-source relief, and only controls of the catalogue', () => {
  const cited = packs.flatMap(({ rules }) => rules.flatMap(({ controls }) => controls));
  const { controls } = shippedReference().indexed;
  expect(cited.filter((id) => !controls.has(id))).toEqual([]);
  expect(cited).toContain('AIA-53(2)');
  expect(cited).not.toContain('AIA-53(3)');
});

it('12: requires nothing of EUCS or CADA', () => {
  expect(packs.flatMap(({ rules }) => rules.filter((rule) => /EUCS|CADA/.test(JSON.stringify(rule))))).toEqual([]);
});

it('13: gives no single score', () => {
  const names = (type: unknown): string[] => (typeof type !== 'object' || type === null ? [] : Object.entries(type).flatMap(([key, value]) => [key, ...names(value)]));
  expect(names(typeEnvironmentOf(subjectSchemas)).filter((name) => /score|rating|index/i.test(name))).toEqual([]);
  for (const { rules } of packs) for (const rule of rules) expect(rule.controls.length).toBeGreaterThan(0);
});

it('14: hides nothing that is missing', () => {
  const bare = auditManifest({ models: [{ id: 'somebody/model' }], deployments: [{ id: 'a', model: 'somebody/model', flows: [{ id: 'f' }] }] }, packs, asOf);
  expect(bare.filter(({ outcome }) => outcome === 'pass' || outcome === 'error')).toEqual([]);
  for (const verdict of bare) if (verdict.outcome === 'unknown') expect(verdict.missing?.length).toBeGreaterThan(0);
});
