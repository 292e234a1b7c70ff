import { gatherSources } from '../../src/importers/gather-sources.js';
import { connectionTo, jsonOfFile, pullFrom, startRecordedSystem, type Recorded, type RecordedSystem } from './recorded-system.js';

/*
 * Shapes after https://huggingface.co/docs/hub/api (GET /api/models, Link header, GET /api/models/{repo}/revision/{revision}) with `blobs=true` as
 * https://huggingface.co/docs/huggingface_hub/package_reference/hf_api names it (files_metadata), files at `/{repo}/resolve/{revision}/{file}` as in
 * https://huggingface.co/docs/huggingface_hub/package_reference/file_download.
 */
const sha = '9216db5781bf21249d130ec9da846c4624c16137';
const digest = 'a'.repeat(64);
const card = '---\nlicense: apache-2.0\nbase_model: Qwen/Qwen2.5-7B\nbase_model_relation: finetune\n---\n# Claims\n';
const config = '{\n  "architectures": ["Qwen2ForCausalLM"],\n  "model_type": "qwen2",\n  "num_hidden_layers": 28\n}\n';
const info = (id: string, more: object = {}): object => ({ _id: '66', id, modelId: id, author: id.split('/')[0], sha, lastModified: '2026-09-01T10:00:00.000Z', private: false, disabled: false, gated: false, pipeline_tag: 'text-generation', tags: [], downloads: 1, likes: 0, cardData: { license: 'apache-2.0' }, siblings: [{ rfilename: '.gitattributes', size: 1519, blobId: 'b1' }, { rfilename: 'README.md', size: card.length, blobId: 'b2' }, { rfilename: 'config.json', size: config.length, blobId: 'b3' }, { rfilename: 'model.safetensors', size: 988097824, blobId: 'b4', lfs: { sha256: digest, size: 988097824, pointerSize: 135 } }], ...more });
const listed = (id: string): object => ({ _id: '66', id, likes: 0, private: false, downloads: 1, tags: [], modelId: id });
const cached = `/api/resolve-cache/models/nordlicht/claims/${sha}`;
const hub: Readonly<Record<string, Recorded>> = {
  '/api/models?author=nordlicht&limit=100': { status: 200, headers: { link: '</api/models?author=nordlicht&limit=100&cursor=eyJfaWQi>; rel="next"' }, body: [listed('nordlicht/claims')] },
  '/api/models?author=nordlicht&limit=100&cursor=eyJfaWQi': { status: 200, body: [listed('nordlicht/small')] },
  '/api/models/nordlicht/claims?blobs=true': info('nordlicht/claims', { gated: 'manual' }),
  '/api/models/nordlicht/small?blobs=true': info('nordlicht/small', { siblings: [{ rfilename: 'config.json' }, { rfilename: 'model.gguf', size: 5 }] }),
  [`/nordlicht/claims/resolve/${sha}/README.md`]: { status: 307, headers: { location: `${cached}/README.md?etag=%22x%22` }, body: 'Temporary Redirect' },
  [`${cached}/README.md`]: { status: 200, headers: { etag: '"d66d65fb"', 'x-repo-commit': sha }, body: card },
  [`/nordlicht/claims/resolve/${sha}/config.json`]: config,
  [`/nordlicht/small/resolve/${sha}/config.json`]: config,
};

describe('a pull from a Hugging Face-compatible hub', () => {
  let system: RecordedSystem;
  const pull = async (answers: Readonly<Record<string, Recorded>>, settings: object = { owners: ['nordlicht'] }) => {
    system = await startRecordedSystem(answers);
    return pullFrom(connectionTo({ system: 'hugging-face', url: system.url, ...settings }));
  };
  afterEach(() => system.close());

  it('brings card and configuration of every model at one commit, and what the hub says of the weights', async () => {
    const pulled = await pull(hub);
    expect(pulled.report.gaps).toEqual([]);
    expect(pulled.report.files.map(({ path }) => path)).toEqual(['domicile.json', `models--nordlicht--claims/snapshots/${sha}/README.md`, `models--nordlicht--claims/snapshots/${sha}/config.json`, `models--nordlicht--small/snapshots/${sha}/config.json`]);
    expect(pulled.report.files[1]).toMatchObject({ etag: '"d66d65fb"', revision: sha, url: expect.stringContaining(`${system.url}${cached}/README.md`) as string });
    expect(jsonOfFile(pulled, 'domicile.json')).toEqual({
      domicile: 1,
      models: [
        { id: 'nordlicht/claims', source: { hub: '127.0.0.1', repository: 'nordlicht/claims', revision: sha, revisionKind: 'commit' }, weightsAvailability: 'gated', weights: [{ id: 'nordlicht/claims/model.safetensors', file: 'model.safetensors', format: 'safetensors', bytes: 988097824, publisherSha256: digest }], files: [`models--nordlicht--claims/snapshots/${sha}/README.md`, `models--nordlicht--claims/snapshots/${sha}/config.json`] },
        { id: 'nordlicht/small', source: { hub: '127.0.0.1', repository: 'nordlicht/small', revision: sha, revisionKind: 'commit' }, weights: [{ id: 'nordlicht/small/model.gguf', file: 'model.gguf', format: 'gguf', bytes: 5 }], files: [`models--nordlicht--small/snapshots/${sha}/config.json`] },
      ],
    });
  });

  it('is read by the ordinary importers without a problem', async () => {
    const { files } = await pull(hub);
    const { imported, problems } = gatherSources(files.filter(({ path }) => path !== 'pull.json').map(({ path, bytes }) => ({ path, content: new TextDecoder().decode(bytes) })));
    expect(problems).toEqual([]);
    const records = imported.fragments.flatMap((fragment) => fragment.records);
    expect(records).toContainEqual(expect.objectContaining({ kind: 'lineageEdge', value: expect.objectContaining({ child: 'nordlicht/claims', parent: 'Qwen/Qwen2.5-7B', relation: 'finetune' }) as object }));
  });

  it('takes named models, at a revision where one is named', async () => {
    const { report } = await pull({ ...hub, '/api/models/nordlicht/claims/revision/v1.0?blobs=true': info('nordlicht/claims') }, { models: ['nordlicht/claims@v1.0'] });
    expect([report.complete, report.files.length]).toEqual([true, 3]);
    expect(system.asked[0]).toBe('/api/models/nordlicht/claims/revision/v1.0?blobs=true');
  });

  it.each([
    ['a model that is not there, or not for this credential', { '/api/models/nordlicht/small?blobs=true': { status: 401, headers: { 'x-error-code': 'RepoNotFound' }, body: { error: 'Invalid username or password.' } } }, 'not-signed-in', 'the model nordlicht/small'],
    ['a file behind a gate', { [`/nordlicht/claims/resolve/${sha}/config.json`]: { status: 403, headers: { 'x-error-code': 'GatedRepo' }, body: 'Access to model nordlicht/claims is restricted' } }, 'not-allowed', 'config.json of nordlicht/claims'],
    ['a file that leads to another host', { [`/nordlicht/claims/resolve/${sha}/config.json`]: { status: 302, headers: { location: 'https://cdn-lfs.example.org/config.json?X-Amz-Signature=s3cret' }, body: '' } }, 'leads-out', 'config.json of nordlicht/claims'],
    ['a next page on another host', { '/api/models?author=nordlicht&limit=100': { status: 200, headers: { link: '<https://evil.example.org/api/models?cursor=x>; rel="next"' }, body: [listed('nordlicht/claims')] } }, 'leads-out', 'the rest of the models of nordlicht'],
  ])('tells %s as a gap', async (_name, change: Readonly<Record<string, Recorded>>, code, what) => {
    const { report } = await pull({ ...hub, ...change });
    expect([report.complete, report.gaps.map((gap) => [gap.code, gap.what])]).toEqual([false, [[code, what]]]);
    expect(JSON.stringify(report)).not.toContain('s3cret');
  });
});
