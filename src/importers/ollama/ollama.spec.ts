import { type SourceFile } from '../../core/inventory/source-file.js';
import { importSources } from '../import-sources.js';

const source = (path: string, text: string): SourceFile => ({ path, bytes: new TextEncoder().encode(text), sha256: '0'.repeat(64) });
const read = (path: string, text: string) => {
  const { fragments, problems } = importSources([source(path, text)]);
  const records = fragments.flatMap((fragment) => fragment.records);
  return { of: (kind: string) => records.filter((record) => record.kind === kind).map(({ value }) => value), records, problems };
};
const layer = (kind: string, digest: string) => ({ mediaType: `application/vnd.ollama.image.${kind}`, digest, size: 7 });
const digest = `sha256:${'b'.repeat(64)}`;

describe('Ollama', () => {
  it('reads the parent and the adapters of a Modelfile, and takes no line of a prompt for an instruction', () => {
    const { of, records } = read('claims/Modelfile', 'FROM llama3.2:3b\nSYSTEM """\nFROM nowhere\n"""\nADAPTER ./lora.gguf\nLICENSE "MIT"\n');
    expect(of('lineageEdge')).toEqual([expect.objectContaining({ child: 'claims', parent: 'llama3.2:3b', relation: 'adapter' }), expect.objectContaining({ child: 'claims', parent: 'lora.gguf', relation: 'adapter' })]);
    expect(of('model').map(({ id }) => id)).toEqual(['llama3.2:3b', 'claims', 'lora.gguf']);
    expect(records[0]?.origin).toMatchObject({ line: 1 });
  });

  it('reports a Modelfile without a parent', () => {
    expect(read('x/Modelfile', 'PARAMETER temperature 1\n').problems).toEqual([expect.objectContaining({ code: 'no-model', line: 1 })]);
  });

  it('reads the layers of a manifest as claims of the registry', () => {
    const { of } = read('models/manifests/registry.ollama.ai/library/llama3.2/3b', JSON.stringify({ schemaVersion: 2, layers: [layer('model', digest), layer('license', digest), layer('system', digest)] }));
    expect(of('model')).toEqual([{ id: 'llama3.2:3b', source: { hub: 'registry.ollama.ai' }, licence: { textSha256: 'b'.repeat(64) } }]);
    expect(of('weightArtefact')).toEqual([{ id: digest, model: 'llama3.2:3b', format: 'gguf', bytes: 7, publisherSha256: 'b'.repeat(64) }]);
  });

  it('refuses a digest that is none', () => {
    expect(read('m.json', JSON.stringify({ layers: [layer('model', 'sha256:../../etc')] }, null, 1)).problems).toEqual([expect.objectContaining({ code: 'invalid-value', line: 5 })]);
  });
});
