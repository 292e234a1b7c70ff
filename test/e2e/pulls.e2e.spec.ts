import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { unzipSync } from 'fflate';
import pg from 'pg';
import request from 'supertest';
import { ApiKeysService } from '../../src/server/access/api-keys.service.js';
import { type Permission } from '../../src/server/platform/authorization/permission.js';
import { type JobView } from '../../src/server/platform/jobs/job-view.js';
import { type PullReport } from '../../src/server/pulls/pull-report.js';
import { type PullPage } from '../../src/server/pulls/pull-shapes.js';
import { connectionTo, secretOfTests, startRecordedSystem, type Recorded, type RecordedSystem } from '../pulls/recorded-system.js';
import { startTestApp, type TestApp } from './test-app.js';

jest.setTimeout(120_000);

interface PullResult {
  readonly id: string;
  readonly report: PullReport;
  readonly files: readonly { readonly path: string; readonly content: string }[];
}

const mlmodel = 'flavors:\n  sklearn: { pickled_model: model.pkl, serialization_format: cloudpickle }\nmodel_uuid: 0123456789abcdef0123456789abcdef\n';

describe('pulls', () => {
  let system: RecordedSystem;
  let test: TestApp;
  const answers: Record<string, Recorded> = {
    '/api/2.0/mlflow/registered-models/search': { registered_models: [{ name: 'claims' }] },
    '/api/2.0/mlflow/model-versions/search': { model_versions: [{ name: 'claims', version: '1', status: 'READY' }] },
    '/model-versions/get-artifact': mlmodel,
  };
  beforeAll(async () => {
    system = await startRecordedSystem(answers);
    test = await startTestApp({ pulls: [connectionTo({ name: 'registry', system: 'mlflow', url: system.url, models: ['claims'] }), connectionTo({ name: 'gateway', system: 'litellm', url: system.url }, { credential: undefined })] });
  });
  afterAll(async () => {
    await test.close();
    await system.close();
  });

  const call = (method: 'get' | 'post', path: string, key = test.key): request.Test => request(test.server)[method](`/api/v1/${path}`).set('authorization', `Bearer ${key}`);
  const keyFor = async (...scopes: Permission[]): Promise<string> => {
    const self = await test.app.get(ApiKeysService).principalOf(test.key);
    if (self === undefined) throw new Error('the first key is nobody');
    return (await test.app.get(ApiKeysService).make(self, { name: 'x', scopes, expiresAt: '2027-01-01T00:00:00Z' })).key;
  };
  const pulled = async (name: string): Promise<JobView> => {
    const { status, body } = await call('post', `pulls/${name}`);
    expect([status, body]).toEqual([202, expect.objectContaining({ kind: 'pull' })]);
    for (let waited = 0; waited < 60_000; waited += 100) {
      const job = (await call('get', `jobs/${(body as JobView).id}`)).body as JobView;
      if (job.state === 'done' || job.state === 'failed') return job;
      await sleep(100);
    }
    throw new Error('the pull does not end');
  };

  it('are run as a job, whose result is what was pulled', async () => {
    const job = await pulled('registry');
    expect(job).toMatchObject({ state: 'done', result: { mediaType: 'application/json; charset=utf-8', location: expect.stringMatching(/^\/api\/v1\/pulls\/registry\/results\//) as string } });
    const { text, headers } = await call('get', `jobs/${job.id}/result`);
    expect(job.result?.digest).toBe(`sha256:${createHash('sha256').update(text).digest('hex')}`);
    expect(headers['content-location']).toBe(job.result?.location);
    const result = JSON.parse(text) as PullResult;
    expect(result.files.map(({ path }) => path)).toEqual(['claims@1/MLmodel', 'domicile.json', 'pull.json']);
    expect(result.files[0]?.content).toBe(mlmodel);
    expect(result.report).toMatchObject({ connection: 'registry', complete: true, scope: { versions: 'all', models: ['claims'] }, startedAt: '2026-11-23T12:00:00.000Z' });
    expect(JSON.parse(result.files[2]?.content ?? '')).toEqual(result.report);
    expect((await call('get', String(job.result?.location).slice('/api/v1/'.length))).text).toBe(text);
  });

  it('go on to a check as they stand', async () => {
    const { body } = await call('get', `jobs/${(await pulled('registry')).id}/result`);
    const organisation = { path: 'organisation/domicile.yaml', content: 'domicile: 1\norganisation: { id: acme, name: Acme GmbH, seat: DE }\nproviders: [{ id: own, kind: own, country: DE }]\ndeployments: [{ id: claims, model: claims@1, provider: own }]\n' };
    const check = await call('post', 'checks').send({ files: [...(body as PullResult).files, organisation] });
    expect(check.status).toBe(201);
    expect((check.body as { problems: object[] }).problems).toEqual([]);
    const imported = await call('post', 'register/imports').send({ collection: 'registry', files: (body as PullResult).files, reason: 'what the registry holds' });
    expect([imported.status, (imported.body as { problems: object[] }).problems]).toEqual([200, []]);
    expect((imported.body as { changes: { key: string }[] }).changes.map(({ key }) => key)).toContain('model/claims@1');
  });

  it('come as the same ZIP each time', async () => {
    const { location } = (await pulled('registry')).result ?? {};
    const zip = async (): Promise<Buffer> => (await call('get', `${String(location).slice('/api/v1/'.length)}/sources.zip`).buffer(true).parse((response, done) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => done(null, Buffer.concat(chunks)));
    })).body as Buffer;
    const [one, two] = [await zip(), await zip()];
    expect(one.equals(two)).toBe(true);
    const files = unzipSync(one);
    expect(Object.keys(files)).toEqual(['claims@1/MLmodel', 'domicile.json', 'pull.json']);
    expect(Buffer.from(files['claims@1/MLmodel'] ?? []).toString()).toBe(mlmodel);
  });

  it('with a gap are an error wherever they are read: what is unknown is not taken for absent', async () => {
    answers['/api/2.0/mlflow/model-versions/search'] = { model_versions: [{ name: 'claims', version: '1', status: 'READY' }, { name: 'claims', version: '2', status: 'READY' }] };
    answers['/model-versions/get-artifact?path=MLmodel&name=claims&version=2'] = { status: 403, body: 'no' };
    const job = await pulled('registry');
    const { body } = await call('get', `jobs/${job.id}/result`);
    expect((body as PullResult).report).toMatchObject({ complete: false, gaps: [{ code: 'not-allowed', what: 'the MLmodel of claims, version 2' }] });
    const check = await call('post', 'checks').send({ files: (body as PullResult).files });
    expect(check.body).toMatchObject({ problems: expect.arrayContaining([{ file: 'pull.json', line: expect.any(Number) as number, column: expect.any(Number) as number, code: 'pull-gap', message: expect.stringContaining('the MLmodel of claims, version 2 could not be pulled') as string }]) as object });
    const kept = await call('post', 'register/imports').send({ collection: 'registry', files: (body as PullResult).files, reason: 'what the registry holds' });
    expect((kept.body as { problems: object[] }).problems).toMatchObject([{ file: expect.stringContaining('pull.json') as string, code: 'pull-gap' }]);
    answers['/api/2.0/mlflow/model-versions/search'] = { model_versions: [{ name: 'claims', version: '1', status: 'READY' }] };
  });

  it('that bring nothing at all fail, and say why', async () => {
    answers['/v1/model/info'] = { status: 401, body: 'No api key passed in.' };
    const job = await pulled('gateway');
    expect(job).toMatchObject({ state: 'failed', attempts: 1, problem: { status: 502, code: 'pull-refused', detail: `nothing could be pulled from 'gateway': ${system.url}/v1/model/info answers 401: it does not accept the credential; check the secret that the connection names`, errors: [{ pointer: 'the models of the proxy' }] } });
  });

  it('are listed by connection, without a secret', async () => {
    const { body, text } = await call('get', 'pulls');
    expect(body).toMatchObject({ items: [{ name: 'registry', system: 'mlflow', url: system.url, signsIn: true, scope: { versions: 'all', models: ['claims'] }, last: { connection: 'registry', files: 2 } }, { name: 'gateway', system: 'litellm', signsIn: false, scope: {}, last: null }] });
    expect(text).not.toMatch(/TEST_TOKEN|hunter2/);
    const first = (await call('get', 'pulls/registry/results?limit=1')).body as PullPage;
    expect(first.items).toMatchObject([{ complete: false, gaps: 1, files: 2, contentDigest: expect.stringMatching(/^[0-9a-f]{64}$/) as string }]);
    const second = (await call('get', `pulls/registry/results?after=${first.next}`)).body as PullPage;
    expect(second.items.map(({ complete }) => complete)).toEqual([true, true, true]);
    expect(new Set(second.items.map(({ contentDigest }) => contentDigest)).size).toBe(1);
    expect(second.next).toBeNull();
  });

  it('keep the same content once, and no credential anywhere', async () => {
    const owner = new pg.Client({ connectionString: test.database.ownerUrl });
    await owner.connect();
    const { rows } = await owner.query<{ contents: string; pulls: string }>("SELECT (SELECT count(*) FROM pulled_contents WHERE content = $1) AS contents, (SELECT count(*) FROM pulls) AS pulls", [Buffer.from(mlmodel)]);
    expect(rows).toEqual([{ contents: '1', pulls: '4' }]);
    const tables = await owner.query<{ name: string }>("SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'");
    for (const { name } of tables.rows) {
      const { rows: holding } = await owner.query(`SELECT 1 FROM "${name}" t WHERE t::text LIKE $1 OR t::text LIKE $2`, [`%${secretOfTests}%`, `%${Buffer.from(secretOfTests).toString('hex')}%`]);
      expect([name, holding]).toEqual([name, []]);
    }
    const log = await owner.query<{ details: string }>("SELECT details FROM log_entries WHERE action = 'pull.create' ORDER BY sequence LIMIT 1");
    expect(JSON.parse(String(log.rows[0]?.details))).toMatchObject({ connection: 'registry', complete: true, files: 2, gaps: 0 });
    await owner.end();
    expect(test.log.join('')).not.toContain(secretOfTests);
    expect(system.authorizations).toEqual(new Set([`Bearer ${secretOfTests}`, undefined]));
    expect(system.asked.every((question) => question.startsWith('/'))).toBe(true);
  });

  it('are refused where the connection, the pull or the permission is not there', async () => {
    expect((await call('post', 'pulls/nowhere')).body).toMatchObject({ status: 404, code: 'unknown-record', detail: expect.stringContaining("there is no connection 'nowhere'") as string });
    const { items } = (await call('get', 'pulls/registry/results')).body as PullPage;
    for (const path of [`pulls/gateway/results/${items[0]?.id}`, 'pulls/registry/results/01990000-0000-7000-8000-000000000000', `pulls/gateway/results/${items[0]?.id}/sources.zip`]) expect([path, (await call('get', path)).status]).toEqual([path, 404]);
    for (const path of ['pulls/registry/results/x', 'pulls/registry/results?limit=0', 'pulls/registry/results?after=x', `pulls/${'x'.repeat(64)}/results`]) expect([path, (await call('get', path)).status]).toEqual([path, 400]);
    const reader = await keyFor('pull:read', 'job:read');
    expect((await call('post', 'pulls/registry', reader)).status).toBe(403);
    expect((await call('get', `pulls/registry/results/${items[0]?.id}`, reader)).status).toBe(200);
    const runner = await keyFor('pull:run', 'job:read', 'job:create');
    const { id } = (await call('post', 'pulls/registry', runner)).body as JobView;
    for (let waited = 0; waited < 60_000 && ((await call('get', `jobs/${id}`)).body as JobView).state !== 'done'; waited += 100) await sleep(100);
    expect((await call('get', `jobs/${id}/result`, runner)).body).toMatchObject({ status: 403, code: 'not-allowed' });
    expect((await call('post', 'jobs', await keyFor('job:create')).send({ kind: 'pull', input: { connection: 'registry' } })).body).toMatchObject({ status: 403, code: 'not-allowed' });
    expect((await call('post', 'jobs').send({ kind: 'pull', input: { connection: 'registry', url: 'https://evil.example.org' } })).status).toBe(400);
  });
});

describe('a server without connections', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp();
  });
  afterAll(() => test.close());

  it('lists none and pulls from none', async () => {
    expect((await request(test.server).get('/api/v1/pulls').set('authorization', `Bearer ${test.key}`)).body).toEqual({ items: [] });
    expect((await request(test.server).post('/api/v1/pulls/registry').set('authorization', `Bearer ${test.key}`)).status).toBe(404);
  });
});
