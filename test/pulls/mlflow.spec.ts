import { gatherSources } from '../../src/importers/gather-sources.js';
import { connectionTo, jsonOfFile, pullFrom, secretOfTests, startRecordedSystem, textOf, type Recorded, type RecordedSystem } from './recorded-system.js';

/*
 * Shapes after https://mlflow.org/docs/latest/rest-api.html ("Search RegisteredModels", "Search ModelVersions", "Get RegisteredModel") and, for the file itself,
 * the route `model-versions/get-artifact` of https://github.com/mlflow/mlflow/blob/master/mlflow/server/__init__.py. MLmodel after https://mlflow.org/docs/latest/model/.
 */
const mlmodel = (uuid: string): string => `artifact_path: model
flavors:
  python_function:
    env: conda.yaml
    loader_module: mlflow.sklearn
    model_path: model.pkl
    python_version: 3.11.5
  sklearn:
    code: null
    pickled_model: model.pkl
    serialization_format: cloudpickle
    sklearn_version: 1.5.1
mlflow_version: 2.17.0
model_size_bytes: 1234
model_uuid: ${uuid}
run_id: 9d5fa6a4b6f1432b9b3a7c2c4a5b6d7e
utc_time_created: '2026-09-01 10:00:00.000000'
`;
const version = (name: string, number: string, more: object = {}): object => ({ name, version: number, creation_timestamp: 1756720000000, last_updated_timestamp: 1756720000001, current_stage: 'None', description: '', source: `mlflow-artifacts:/1/9d5f/artifacts/model`, run_id: '9d5f', status: 'READY', run_link: '', ...more });
const registry: Readonly<Record<string, Recorded>> = {
  '/api/2.0/mlflow/registered-models/search?max_results=100': { registered_models: [{ name: 'claims', creation_timestamp: 1756720000000, last_updated_timestamp: 1756720000001, latest_versions: [version('claims', '2')] }], next_page_token: 'bmV4dA==' },
  '/api/2.0/mlflow/registered-models/search?max_results=100&page_token=bmV4dA==': { registered_models: [{ name: 'fraud', creation_timestamp: 1756720000000, last_updated_timestamp: 1756720000001 }] },
  "/api/2.0/mlflow/model-versions/search?filter=name='claims'&max_results=200": { model_versions: [version('claims', '2', { aliases: ['champion'] }), version('claims', '1', { current_stage: 'Archived' })] },
  "/api/2.0/mlflow/model-versions/search?filter=name='fraud'&max_results=200": { model_versions: [version('fraud', '9'), version('fraud', '10')] },
  '/model-versions/get-artifact?path=MLmodel&name=claims&version=1': { status: 200, headers: { etag: '"abc"' }, body: mlmodel('11111111111111111111111111111111') },
  '/model-versions/get-artifact?path=MLmodel&name=claims&version=2': mlmodel('22222222222222222222222222222222'),
  '/model-versions/get-artifact?path=MLmodel&name=fraud&version=9': mlmodel('99999999999999999999999999999999'),
  '/model-versions/get-artifact?path=MLmodel&name=fraud&version=10': mlmodel('10101010101010101010101010101010'),
};

describe('a pull from an MLflow registry', () => {
  let system: RecordedSystem;
  const pull = async (answers: Readonly<Record<string, Recorded>>, settings: object = {}) => {
    system = await startRecordedSystem(answers);
    return pullFrom(connectionTo({ system: 'mlflow', url: system.url, ...settings }));
  };
  afterEach(() => system.close());

  it('brings the MLmodel of every version on every page, and the manifest that names them', async () => {
    const pulled = await pull(registry);
    expect(pulled.files.map(({ path }) => path)).toEqual(['claims@1/MLmodel', 'claims@2/MLmodel', 'domicile.json', 'fraud@10/MLmodel', 'fraud@9/MLmodel', 'pull.json']);
    expect(textOf(pulled, 'claims@1/MLmodel')).toBe(mlmodel('11111111111111111111111111111111'));
    expect(pulled.report).toMatchObject({ complete: true, gaps: [], url: system.url, system: 'mlflow', startedAt: '2026-11-29T08:00:00.000Z' });
    expect(pulled.report.files[0]).toEqual({ path: 'claims@1/MLmodel', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string, bytes: mlmodel('1'.repeat(32)).length, url: `${system.url}/model-versions/get-artifact?path=MLmodel&name=claims&version=1`, pulledAt: '2026-11-29T08:00:00.000Z', etag: '"abc"' });
    expect([...system.authorizations]).toEqual([`Bearer ${secretOfTests}`]);
    expect(system.asked.every((question) => question.startsWith('/'))).toBe(true);
  });

  it('is read by the ordinary importers without a problem', async () => {
    const pulled = await pull(registry);
    const { imported, problems } = gatherSources(pulled.files.filter(({ path }) => path !== 'pull.json').map(({ path, bytes }) => ({ path, content: new TextDecoder().decode(bytes) })));
    expect(problems).toEqual([]);
    const models = imported.fragments.flatMap(({ records }) => records).filter(({ kind }) => kind === 'model');
    expect(new Set(models.map(({ id }) => id))).toEqual(new Set(['claims@1', 'claims@2', 'fraud@9', 'fraud@10']));
    expect(imported.fragments.flatMap(({ records }) => records)).toContainEqual(expect.objectContaining({ kind: 'weightArtefact', id: 'claims@2/model.pkl', value: expect.objectContaining({ unsafeSerialisation: true }) as object }));
  });

  it('takes the versions in use where it is told to: by alias or stage, else the newest', async () => {
    expect((await pull(registry, { versions: 'current' })).report.files.map(({ path }) => path)).toEqual(['claims@2/MLmodel', 'domicile.json', 'fraud@10/MLmodel']);
  });

  it('knows the model of a version whose file it cannot read, and is not complete', async () => {
    const { '/model-versions/get-artifact?path=MLmodel&name=fraud&version=9': _gone, ...others } = registry;
    const pulled = await pull(others);
    expect(pulled.report.complete).toBe(false);
    expect(pulled.report.gaps).toEqual([{ code: 'not-found', what: 'the MLmodel of fraud, version 9', message: expect.stringContaining('/model-versions/get-artifact answers 404') as string, tolerated: false }]);
    expect(jsonOfFile(pulled, 'domicile.json')).toMatchObject({ models: expect.arrayContaining([{ id: 'fraud@9' }]) as object });
  });

  it('does not take a model that was asked for by name and is not there for one without versions', async () => {
    const pulled = await pull({ ...registry, "/api/2.0/mlflow/model-versions/search?filter=name='gone'&max_results=200": {}, '/api/2.0/mlflow/registered-models/get?name=gone': { status: 404, body: { error_code: 'RESOURCE_DOES_NOT_EXIST' } } }, { models: ['claims', 'gone'] });
    expect(pulled.report.gaps).toMatchObject([{ code: 'not-found', what: 'the versions of gone' }]);
    expect(pulled.report.files.map(({ path }) => path)).toContain('claims@2/MLmodel');
  });

  it.each([
    ['a version that is not finished', { "/api/2.0/mlflow/model-versions/search?filter=name='fraud'&max_results=200": { model_versions: [version('fraud', '9', { status: 'PENDING_REGISTRATION' })] } }, 'not-ready'],
    ['a list whose rest is refused', { '/api/2.0/mlflow/registered-models/search?max_results=100&page_token=bmV4dA==': { status: 403, body: 'Permission denied' } }, 'not-allowed'],
    ['a list that leads in a circle', { '/api/2.0/mlflow/registered-models/search?max_results=100&page_token=bmV4dA==': { registered_models: [], next_page_token: 'bmV4dA==' } }, 'cut'],
    ['a list of another shape', { '/api/2.0/mlflow/registered-models/search?max_results=100&page_token=bmV4dA==': { registered_models: [{ title: 'x' }] } }, 'wrong-shape'],
  ])('tells %s as a gap', async (_name, change: Readonly<Record<string, Recorded>>, code) => {
    const { report } = await pull({ ...registry, ...change });
    expect([report.complete, report.gaps.map((gap) => gap.code)]).toEqual([false, [code]]);
  });

  it('tells a list that is cut', async () => {
    const { report } = await pull(registry, { mostPages: 1 });
    expect(report.gaps).toMatchObject([{ code: 'cut', what: 'the rest of the registered models', message: expect.stringContaining('raise mostPages') as string }]);
  });
});
