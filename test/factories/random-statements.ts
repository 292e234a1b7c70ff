import fc from 'fast-check';
import { type InventoryFragment } from '../../src/core/inventory/inventory-fragment.js';
import { type NounKind } from '../../src/core/inventory/noun-kind.js';
import { recordKey } from '../../src/core/inventory/record-key.js';

/** What one source says of one record. */
export interface Said {
  readonly kind: NounKind;
  readonly source: 'a' | 'b';
  readonly value: Readonly<Record<string, unknown>> & { readonly id: string };
}

const oneOf = <Value>(...values: readonly Value[]): fc.Arbitrary<Value> => fc.constantFrom(...values);
const country = oneOf('DE', 'FR', 'US', 'CN');
const party = oneOf('p0', 'p1', 'p2', 'openai-api', 'e0', 'e1', 'acme');
const providerId = oneOf('p0', 'p1', 'p2', 'openai-api', 'e1');
const entityId = oneOf('e0', 'e1', 'e2');
const modelId = oneOf('m0', 'm1', 'm2', 'm3', 'llama-3.1-70b');
const deploymentId = oneOf('d0', 'd1', 'd2', 'd3');
const record = (id: fc.Arbitrary<string>, required: Record<string, fc.Arbitrary<unknown>>, optional: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<Said['value']> => {
  const all = { id, ...required, ...optional };
  return fc.record(all, { requiredKeys: ['id', ...Object.keys(required)] as never[] }) as unknown as fc.Arbitrary<Said['value']>;
};

const records: Readonly<Partial<Record<NounKind, fc.Arbitrary<Said['value']>>>> = {
  organisation: record(oneOf('acme'), {}, { name: oneOf('Acme', 'Meta'), seat: country, usersPerMonth: oneOf(10, 900_000_000), personalDataPolicyDays: oneOf(10, 90) }),
  legalEntity: record(entityId, {}, { name: oneOf('Acme', 'Meta', 'Entity'), seat: country, parent: entityId, usersPerMonth: oneOf(10, 900_000_000) }),
  provider: record(providerId, {}, { name: oneOf('Meta', 'Cloud'), kind: oneOf('own', 'cloud', 'model-api'), country, ultimateParent: oneOf('Meta', 'Cloud Inc'), ultimateParentCountry: country, reference: oneOf('openai-api', 'self-hosted'), contract: fc.record({ processingAgreement: fc.boolean(), retentionDays: oneOf(1, 60) }) }),
  licence: record(oneOf('Apache-2.0', 'MIT'), {}, { textSha256: oneOf('a'.repeat(64)), termsReadAt: oneOf('2026-10-01') }),
  model: record(modelId, {}, { name: oneOf('One', 'Llama'), developer: oneOf('Meta', 'Acme', 'Other'), catalogue: oneOf('llama-3.1-8b', 'mistral-7b-v0.1'), weightsAvailability: oneOf('open', 'gated', 'api-only'), licence: fc.record({ expression: oneOf('Apache-2.0', 'LicenseRef-Llama-3.1-Community', 'CC-BY-NC-4.0') }), apiModelId: oneOf('gpt-4-0613'), remoteCode: fc.boolean() }),
  weightArtefact: record(oneOf('w0', 'w1'), { model: modelId }, { format: oneOf('safetensors', 'pickle'), verification: oneOf('none', 'signature') }),
  lineageEdge: fc.tuple(modelId, oneOf('finetune', 'distilled', 'synthetic-data', 'quantized'), modelId).map(([child, relation, parent]) => ({ id: `${child} ${relation} ${parent}`, child, relation, parent })),
  deployment: record(deploymentId, {}, {
    legalEntity: entityId, environment: oneOf('production', 'test'), status: oneOf('live', 'live', 'planned', 'retired'), criticality: oneOf('critical', 'important', 'low'), model: modelId, provider: party, route: oneOf('self-hosted', 'closed-api', 'managed-open'),
    place: fc.record({ provider: party, country, kind: oneOf('cloud-vm', 'on-premises') }, { requiredKeys: [] }), fallback: fc.record({ model: modelId, deployment: deploymentId }, { requiredKeys: [] }), useTags: oneOf(['social-scoring'], []), outputUses: oneOf(['end-users'], ['train-other-model']), commercial: fc.boolean(), usersPerMonth: oneOf(5, 900_000_000),
  }),
  dataFlow: record(oneOf('f0', 'f1', 'f2', 'f3', 'f4', 'f5'), { deployment: oneOf('d0', 'd1', 'd2', 'd2', 'gone', undefined) }, {
    stage: oneOf('prompt', 'log', 'failover'), to: party, categories: oneOf(['user.contact'], ['system']), processingCountries: fc.array(country, { maxLength: 2 }), storageCountries: fc.array(country, { maxLength: 2 }), subjectCountries: fc.array(country, { maxLength: 1 }),
    retentionDays: oneOf(0, 60), retentionNeededDays: oneOf(30), undeclared: oneOf(true), subProcessors: fc.array(fc.record({ name: oneOf('Sub'), provider: party, country, agreement: fc.boolean() }), { maxLength: 1 }), transferBasis: fc.record({ mechanism: oneOf('scc', 'adequacy', 'dpf') }),
  }),
};

const weights: readonly (readonly [NounKind, number])[] = [['organisation', 1], ['legalEntity', 4], ['provider', 6], ['licence', 1], ['model', 6], ['weightArtefact', 3], ['lineageEdge', 4], ['deployment', 10], ['dataFlow', 10]];
/** What a source may say, so that inventories of many of these refer to each other, contradict each other and miss things. */
export const statement: fc.Arbitrary<Said> = fc.oneof(...weights.map(([kind, weight]) => ({ weight, arbitrary: fc.record({ kind: fc.constant(kind), source: oneOf<'a' | 'b'>('a', 'a', 'a', 'b'), value: records[kind] ?? fc.constant({ id: 'none' }) }) })));

/** Every source says one thing of a record, in a file of its own, so that nothing moves when something else goes. */
const pathOf = ({ kind, source, value }: Said): string => `${source}/${recordKey(kind, value.id)}`;
export const fragmentOf = (one: Said): InventoryFragment => {
  const { id, ...given } = one.value;
  const fields = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  return { source: { path: pathOf(one), sha256: '', importer: 'test' }, records: [{ kind: one.kind, id, value: { id, ...fields }, origin: { line: 1, column: 1, confidence: 'declared' }, origins: {} }] };
};
export const distinctStatements = (all: readonly Said[]): readonly Said[] => [...new Map(all.map((one) => [pathOf(one), one])).values()];
