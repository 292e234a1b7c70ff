import { type SourceFile } from '../../core/inventory/source-file.js';
import { cyclonedxImporter } from './cyclonedx.importer.js';

const source = (text: string): SourceFile => ({ path: 'bom.json', bytes: new TextEncoder().encode(text), sha256: '0'.repeat(64) });
const bom = (rest: object, specVersion = '1.6'): string => JSON.stringify({ bomFormat: 'CycloneDX', specVersion, version: 1, ...rest }, null, 1);
const read = (text: string, options = {}) => {
  const { fragment, problems } = cyclonedxImporter.import(source(text), options);
  return { of: (kind: string) => fragment.records.filter((record) => record.kind === kind).map(({ value }) => value), records: fragment.records, problems };
};
const model = { type: 'machine-learning-model', name: 'Qwen/Qwen-7B', purl: 'pkg:huggingface/Qwen/Qwen-7B@ef3c' };

describe('cyclonedxImporter', () => {
  it('takes the manufacturer for the developer and never the hub that supplies', () => {
    expect(read(bom({ components: [{ ...model, supplier: { name: 'Hugging Face' }, manufacturer: { name: 'Alibaba Cloud', address: { country: 'CN' } } }] })).of('model')).toEqual([
      { id: 'Qwen/Qwen-7B', name: 'Qwen-7B', purl: model.purl, developer: 'Alibaba Cloud', developerCountry: 'CN', source: { hub: 'huggingface.co', repository: 'Qwen/Qwen-7B', revision: 'ef3c' } },
    ]);
    expect(read(bom({ components: [{ ...model, supplier: { name: 'Hugging Face, Inc.' }, publisher: 'Hugging Face Inc' }] })).of('model')[0]).not.toHaveProperty('developer');
    const supplied = read(bom({ components: [{ ...model, supplier: { name: 'Acme' } }] }));
    expect(supplied.records[0]?.origins['/developer']).toMatchObject({ confidence: 'inferred' });
  });

  it('reads licences, digests as claims, data sets by reference and parents', () => {
    const digest = 'A'.repeat(64);
    const { of, records } = read(
      bom({
        components: [
          {
            ...model,
            licenses: [{ license: { id: 'Apache-2.0' } }],
            hashes: [{ alg: 'SHA-256', content: digest }],
            modelCard: { modelParameters: { task: 'text-generation', datasets: [{ ref: 'd1' }, { type: 'dataset', name: 'other' }] } },
            pedigree: { ancestors: [{ type: 'machine-learning-model', name: 'meta-llama/Llama-3.2-3B', description: 'base for fine-tuning' }] },
          },
          { type: 'data', 'bom-ref': 'd1', name: 'tickets' },
        ],
      }),
    );
    expect(of('model')[0]).toMatchObject({ licence: { expression: 'Apache-2.0' }, datasets: ['tickets', 'other'], tasks: ['text-generation'] });
    expect(of('weightArtefact')).toEqual([{ id: `sha256:${digest.toLowerCase()}`, model: 'Qwen/Qwen-7B', publisherSha256: digest.toLowerCase() }]);
    expect(of('lineageEdge')).toEqual([expect.objectContaining({ child: 'Qwen/Qwen-7B', parent: 'meta-llama/Llama-3.2-3B', relation: 'finetune' })]);
    expect(JSON.stringify(records)).not.toContain('verified');
  });

  it('states no licence expression for a list whose sense is open, and marks what is only concluded', () => {
    expect(read(bom({ components: [{ ...model, licenses: [{ license: { id: 'MIT' } }, { license: { id: 'Apache-2.0' } }] }] })).of('model')[0]?.['licence']).toEqual({ declaredAs: 'MIT, Apache-2.0' });
    const concluded = read(bom({ components: [{ ...model, licenses: [{ expression: 'MIT OR Apache-2.0', acknowledgement: 'concluded' }] }] }));
    expect(concluded.records[0]?.origins['/licence/expression']).toMatchObject({ confidence: 'inferred' });
  });

  it('reads services as recipients, with their flows and the properties of domicile', () => {
    const { of } = read(
      bom({
        metadata: { component: { type: 'application', name: 'claims' } },
        components: [model],
        services: [{ name: 'chat API', provider: { name: 'Acme AI' }, endpoints: ['https://api.acme.example/v1'], data: [{ flow: 'inbound', classification: 'PII', name: 'prompts' }], properties: [{ name: 'domicile:processing-scope', value: 'global' }, { name: 'domicile:operator-country', value: 'US' }, { name: 'domicile:flow:prompts:data-category', value: 'user.contact' }, { name: 'domicile:flow:prompts:retention', value: '30' }] }],
      }),
    );
    expect(of('provider')).toEqual([{ id: 'Acme-AI', name: 'Acme AI', endpoints: ['api.acme.example'], country: 'US' }]);
    expect(of('dataFlow')).toEqual([{ id: 'claims/chat-API-prompts', deployment: 'claims', to: 'Acme-AI', via: 'chat API', categories: ['user.contact'], personalData: true, scope: 'global', retentionDays: 30 }]);
    expect(of('deployment')).toEqual([{ id: 'claims', name: 'claims', model: 'Qwen/Qwen-7B' }]);
  });

  it.each([
    ['a trailing comma', bom({}).replace('"version": 1\n', '"version": 1,\n'), 'json-syntax'],
    ['a reference used twice', bom({ components: [{ ...model, 'bom-ref': 'a' }, { type: 'library', name: 'x', 'bom-ref': 'a' }] }), 'duplicate-id'],
    ['an expression beside a licence', bom({ components: [{ ...model, licenses: [{ expression: 'MIT' }, { license: { id: 'MIT' } }] }] }), 'invalid-value'],
    ['an unknown version', bom({}, '9.9'), 'invalid-value'],
    ['a key of no version', bom({ components: [{ ...model, colour: 'red' }] }), 'unknown-key'],
    ['a range without the mark of an external component', bom({ components: [{ ...model, versionRange: 'vers:npm/>=1' }] }, '1.7'), 'invalid-value'],
    ['a date without time', bom({ metadata: { timestamp: '2026-01-01' } }), 'invalid-value'],
  ])('refuses %s with a line and states nothing of it', (_what, text, code) => {
    const { problems, records } = read(text);
    expect(records).toEqual([]);
    expect(problems[0]).toMatchObject({ code, line: expect.any(Number), message: expect.stringContaining(';') });
  });

  it('allows an expression beside a licence from 1.7 on, and only warns of a document without models', () => {
    expect(read(bom({ components: [{ ...model, licenses: [{ expression: 'MIT' }, { license: { id: 'MIT' } }] }] }, '1.7')).problems).toEqual([]);
    expect(read(bom({ components: [{ type: 'library', name: 'left-pad' }] })).problems).toEqual([expect.objectContaining({ code: 'no-facts', level: 'warning' })]);
  });

  it('names the one model as the manifest does, where a manifest attaches the file to it', () => {
    expect(read(bom({ components: [model] }), { subject: 'our-qwen' }).of('model')[0]).toMatchObject({ id: 'our-qwen' });
  });
});
