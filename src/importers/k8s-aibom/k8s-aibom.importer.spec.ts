import { k8sAibomImporter } from './k8s-aibom.importer.js';

const scrape = { scraperName: 'inference.spec', components: [{ type: 'application', name: 'vllm', version: 'v0.6.3', properties: { 'runtime.name': 'vllm' } }, { type: 'container', hashes: { sha256: 'a'.repeat(64) }, confidence: 'declared' }, { type: 'machine-learning-model', name: 'org/m', confidence: 'declared' }] };
const read = (options: object) => k8sAibomImporter.import({ path: 's.json', bytes: new TextEncoder().encode(JSON.stringify(scrape)), sha256: '0'.repeat(64) }, options).fragment.records.map(({ kind, value }) => ({ kind, ...value }));

describe('k8sAibomImporter', () => {
  it('reads the model alone where nothing says whose workload it is, and engine and image where a manifest does', () => {
    expect(read({})).toEqual([{ kind: 'model', id: 'org/m', source: { hub: 'huggingface.co', repository: 'org/m' } }]);
    expect(read({ subject: 'claims' })[1]).toEqual({ kind: 'deployment', id: 'claims', model: 'org/m', engine: { id: 'vllm', version: 'v0.6.3', imageDigest: `sha256:${'a'.repeat(64)}` } });
  });
});
