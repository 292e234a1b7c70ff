import { type SourceFile } from '../../core/inventory/source-file.js';
import { statementImporter } from './statement.importer.js';

const source = (value: unknown): SourceFile => ({ path: 's.json', bytes: new TextEncoder().encode(JSON.stringify(value, null, 1)), sha256: '0'.repeat(64) });
const statement = (rest: object) => source({ _type: 'https://in-toto.io/Statement/v1', subject: [{ name: 'org/model.gguf', digest: { sha256: 'c'.repeat(64) } }], predicateType: 'https://slsa.dev/provenance/v1', predicate: {}, ...rest });
const read = (file: SourceFile) => {
  const { fragment, problems } = statementImporter.import(file, {});
  return { of: (kind: string) => fragment.records.filter((record) => record.kind === kind).map(({ value }) => value), records: fragment.records, problems };
};

describe('statementImporter', () => {
  it('reads provenance as attestation with the models it was built from, and verifies nothing', () => {
    const { of, records } = read(statement({ predicate: { buildDefinition: { resolvedDependencies: [{ uri: 'https://huggingface.co/org/base' }, { uri: 'git+https://example.org/code' }] } } }));
    expect(of('weightArtefact')).toEqual([{ id: 'model.gguf/org/model.gguf', model: 'model.gguf', file: 'org/model.gguf', publisherSha256: 'c'.repeat(64), attestation: true }]);
    expect(of('lineageEdge')).toEqual([expect.objectContaining({ child: 'model.gguf', parent: 'org/base', relation: 'unknown' })]);
    expect(records.flatMap(({ origins }) => Object.values(origins)).some(({ confidence }) => confidence === 'verified')).toBe(false);
  });

  it('reads the files of a model signature, and says which digests name no file', () => {
    const predicate = { resources: [{ name: 'a', algorithm: 'sha256', digest: 'd'.repeat(64) }, { name: 'b:0:9', algorithm: 'sha256-sharded-9', digest: 'e'.repeat(64) }] };
    const { of, problems } = read(statement({ predicateType: 'https://model_signing/signature/v1.0', predicate }));
    expect(of('weightArtefact')).toEqual([expect.objectContaining({ file: 'a', publisherSha256: 'd'.repeat(64) })]);
    expect(problems).toEqual([expect.objectContaining({ code: 'no-file-digest', level: 'warning' })]);
  });

  it.each([
    ['an envelope', (payload: string) => ({ payloadType: 'application/vnd.in-toto+json', payload, signatures: [] })],
    ['a Sigstore bundle', (payload: string) => ({ mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json', dsseEnvelope: { payload, payloadType: 'application/vnd.in-toto+json', signatures: [] } })],
  ])('opens %s, and places what it says at the payload', (_, wrap) => {
    const bare = statement({});
    const file = source(wrap(Buffer.from(bare.bytes).toString('base64')));
    expect(statementImporter.recognises(file)).toBe(true);
    const { records, problems } = read(file);
    expect([records.map(({ value }) => value), problems]).toEqual([read(bare).records.map(({ value }) => value), []]);
    const line = Buffer.from(file.bytes).toString('utf8').split('\n').findIndex((text) => text.includes('"payload"')) + 1;
    expect(new Set(records.map(({ origin }) => origin.line))).toEqual(new Set([line]));
    for (const payload of ['{', '?', Buffer.from('{"_type": 1').toString('base64')]) expect(read(source(wrap(payload)))).toMatchObject({ records: [], problems: [{ line }] });
  });

  it('reads one statement on each line', () => {
    const lines = [statement({}), statement({ subject: [{ name: 'org/other.gguf', digest: { sha256: 'b'.repeat(64) } }] })].map(({ bytes }) => JSON.stringify(JSON.parse(Buffer.from(bytes).toString('utf8'))));
    const { of } = read({ path: 'multiple.intoto.jsonl', bytes: Buffer.from(lines.join('\n')), sha256: '0' });
    expect(of('weightArtefact').map(({ file }) => file)).toEqual(['org/model.gguf', 'org/other.gguf']);
  });

  it('refuses statements that speak of nothing, and digests that are none', () => {
    expect(read(statement({ subject: [] })).problems).toEqual([expect.objectContaining({ code: 'missing-key', line: 3 })]);
    expect(read(statement({ subject: [{ name: 'x', digest: { sha256: 'short' } }] })).problems).toEqual([expect.objectContaining({ code: 'invalid-value' })]);
  });
});
