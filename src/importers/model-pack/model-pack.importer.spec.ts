import { modelPackImporter } from './model-pack.importer.js';

const read = (value: unknown) => modelPackImporter.import({ path: 'p/config.json', bytes: new TextEncoder().encode(JSON.stringify(value)), sha256: '0'.repeat(64) }, {});

describe('modelPackImporter', () => {
  it('reads a configuration: vendor, licence, size in whole parameters', () => {
    const { fragment } = read({ descriptor: { name: 'xyz', vendor: 'XYZ', licenses: ['Apache-2.0'] }, config: { paramSize: '7.5b', capabilities: { input_types: ['text'], output_types: ['image'] } }, modelfs: {} });
    expect(fragment.records.map(({ value }) => value)).toEqual([{ id: 'xyz', name: 'xyz', developer: 'XYZ', licence: { declaredAs: 'Apache-2.0', expression: 'Apache-2.0' }, parametersTotal: 7_500_000_000, modalities: ['text', 'image'] }]);
  });

  it('reads weight layers of a manifest, and refuses a digest that is none', () => {
    const weight = (digest: string) => ({ layers: [{ mediaType: 'application/vnd.cncf.model.weight.v1.raw', digest, size: 3, annotations: { 'org.cncf.model.filepath': 'm.safetensors' } }] });
    expect(read(weight(`sha256:${'f'.repeat(64)}`)).fragment.records[1]?.value).toEqual({ id: `sha256:${'f'.repeat(64)}`, model: 'p', file: 'm.safetensors', bytes: 3, publisherSha256: 'f'.repeat(64) });
    expect(read(weight('sha256:1')).problems).toEqual([expect.objectContaining({ code: 'invalid-value', line: 1 })]);
  });
});
