import fc from 'fast-check';
import { type Confidence } from '../../src/core/inventory/confidence.js';
import { type InventoryFragment, type InventoryRecord } from '../../src/core/inventory/inventory-fragment.js';
import { type NounKind } from '../../src/core/inventory/noun-kind.js';

/** Text that tries to leave every format, to be taken for something else, or to be lost. */
const nasty = ['', ' ', ' padded ', 'null', 'true', '30', '"30"', '[]', '{"__proto__":{"x":1}}', '=1+1', '+1', '-1', '@x', '\tx', '\rx', "'=1", 'a,b;"c"\nd', '\u0000\u0007\u001b[31m', '\ud800', 'x\udfff', '\u202eevil', '\ufeff', '<script>&amp;]]>', '_x0041_', 'http://[', 'https://a b', '%zz', 'javascript:alert(1)', 'domicile:record', '__proto__', 'Größe 模型 🜚', 'x'.repeat(200)];
const short = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...nasty.filter((text) => text !== '')) }, fc.string({ minLength: 1, maxLength: 40, unit: 'binary' }));
const country = fc.constantFrom('DE', 'US', 'CN', 'EEA');
const day = fc.constantFrom('2026-01-31', '2026-02-28T12:00:00Z');
const id = fc.constantFrom('a', 'b', 'meta-llama/Llama-3.1-8B', 'x:y', 'constructor', '1', 'true', 'a/b:c@d+e', 'z'.repeat(256));
const digest = fc.constantFrom('a'.repeat(64), '0'.repeat(64));
const link = fc.oneof(fc.constantFrom('https://example.org/licence', 'http://[', 'https://a b', 'x'.repeat(2_000)), short);
const basis = fc.record({ mechanism: fc.constantFrom('scc', 'dpf'), signedAt: day, reference: short }, { requiredKeys: [] });
const flowFields = { stage: fc.constantFrom('prompt', 'log'), from: short, to: id, via: short, region: short.map((text) => text.slice(0, 100)), categories: fc.array(short.map((text) => text.slice(0, 120)), { maxLength: 3 }), accessCountries: fc.array(country, { maxLength: 2 }), scope: fc.constantFrom('site', 'global'), transferBasis: basis, retentionDays: fc.nat(36_500), usedForTraining: fc.boolean(), subProcessors: fc.array(fc.record({ name: short, country }, { requiredKeys: ['name'] }), { maxLength: 2 }), undeclared: fc.boolean() };

/** No file states what code calls: a scan of code does. */
type StatedKind = Exclude<NounKind, 'codeCall'>;

/** Fields of each kind, valid by its schema. */
const fields: Readonly<Record<StatedKind, Readonly<Record<string, fc.Arbitrary<unknown>>>>> = {
  organisation: { name: short, seat: country, usersPerMonth: fc.nat() },
  legalEntity: { name: short, seat: country, parent: id },
  provider: { name: short, country, ultimateParentCountry: country, endpoints: fc.array(fc.oneof(fc.constantFrom('api.a.example', 'https://b.example', 'host:8080'), short), { maxLength: 3 }), lei: fc.constant('5299000000000000000X'), contract: fc.record({ reference: short, processingAgreement: fc.boolean() }, { requiredKeys: [] }) },
  licence: { name: short, link, textSha256: digest, termsVersion: short },
  model: { name: short, purl: short, version: short, family: short, developer: short, developerCountry: country, licence: fc.record({ expression: fc.oneof(fc.constantFrom('MIT', 'mit', 'MIT OR Apache-2.0', 'LicenseRef-X'), short), declaredAs: short, name: short, link }, { requiredKeys: [] }), source: fc.record({ hub: short.map((text) => text.slice(0, 100) || 'h'), repository: short }, { requiredKeys: [] }), tasks: fc.array(short.map((text) => text.slice(0, 100)), { maxLength: 2 }), datasets: fc.array(short, { maxLength: 3 }), parametersTotal: fc.double({ min: 1, max: 1e12, noNaN: true }), architecture: fc.record({ type: short.map((text) => text.slice(0, 100)), layers: fc.nat(100) }, { requiredKeys: [] }), remoteCode: fc.boolean() },
  weightArtefact: { model: id, file: short, sha256: digest, publisherSha256: digest, bytes: fc.nat(), signerIdentity: short },
  lineageEdge: { child: id, parent: id, relation: fc.constantFrom('finetune', 'unknown'), dataset: short },
  deployment: { name: short, description: short, purpose: short, model: id, provider: id, route: fc.constantFrom('self-hosted', 'closed-api'), place: fc.record({ region: short.map((text) => text.slice(0, 100)), country }, { requiredKeys: [] }), useTags: fc.array(short.map((text) => text.slice(0, 60)), { maxLength: 2 }), doraFunction: short, alternatives: fc.array(fc.record({ id, kind: fc.constant('hybrid'), title: short }), { maxLength: 2 }) },
  dataFlow: { deployment: id, ...flowFields },
};

const confidence = fc.constantFrom<Confidence>('declared', 'inferred', 'verified', 'stale', 'unresolved');
const origin = fc.record({ line: fc.nat({ max: 9_999 }).map((line) => line + 1), column: fc.constant(3), pointer: fc.constantFrom('', '/a/b'), confidence, note: short }, { requiredKeys: ['confidence'] });

const recordOf = (kind: StatedKind, ids: fc.Arbitrary<string>): fc.Arbitrary<InventoryRecord> =>
  fc.tuple(ids, fc.record(fields[kind], { requiredKeys: kind === 'lineageEdge' ? ['child', 'parent', 'relation'] : [] }), origin, fc.array(origin, { minLength: 1, maxLength: 3 })).map(([recordId, value, whole, each]) => {
    const keys = Object.keys(value);
    return { kind, id: recordId, value: { id: recordId, ...value }, origin: whole, origins: Object.fromEntries(keys.flatMap((key, index) => (index % 3 === 2 ? [] : [[`/${key}`, each[index % each.length] ?? whole]]))) };
  });

const kinds = Object.keys(fields) as StatedKind[];
const fragmentsOf = (ids: fc.Arbitrary<string>): fc.Arbitrary<InventoryFragment[]> =>
  fc.array(fc.array(fc.oneof(...kinds.map((kind) => recordOf(kind, ids))), { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 3 }).map((sources) => sources.map((records, index) => ({ source: { path: `file ${index}.yaml`, sha256: String(index).repeat(64).slice(0, 64), importer: 'test' }, records })));

/** What one to three files could state after import: fields are valid, texts are hostile, files contradict each other. */
export const validFragments = fragmentsOf(id);

/** The same with ids that no importer would let pass. */
export const wildFragments = fragmentsOf(fc.oneof(fc.constantFrom(...nasty, 'x'.repeat(10_000), 'é:%'), fc.string({ unit: 'binary' })));
