import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type JobView } from '../../src/server/platform/jobs/job-view.js';
import { readCompose } from '../packaging/compose.js';
import { rolesScript } from '../packaging/roles-script.js';
import { runServerToItsEnd, startServerProcess, testKey, type ServerProcess } from './server-process.js';

jest.setTimeout(300_000);

const server = new URL(process.env['TEST_DATABASE_URL'] ?? 'postgres://not-set');
const passwords = { POSTGRES_PASSWORD: 'unused', DOMICILE_OWNER_PASSWORD: "o'wner", DOMICILE_APP_PASSWORD: 'app' };
const files = [{ path: 'domicile.yaml', content: 'domicile: 1\norganisation: { id: acme }\nmodels: [{ id: m }]\ndeployments: [{ id: d, model: m }]\n' }];

const asSuperuser = async (statements: readonly string[]): Promise<void> => {
  const client = new pg.Client({ connectionString: server.href });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
};

/** What compose.yaml starts, on the PostgreSQL of the tests instead of its own. */
function settingsOf(name: 'server' | 'worker'): Record<string, string> {
  const { environment } = readCompose({ ...passwords, DOMICILE_OWNER_PASSWORD: encodeURIComponent(passwords.DOMICILE_OWNER_PASSWORD), DOMICILE_API_KEY: testKey }).services[name];
  return Object.fromEntries(Object.entries(environment).map(([key, value]) => [key, value.replace('@postgres:5432/domicile', `@${server.host}/domicile`)]));
}

describe('the parts of a server, as compose.yaml starts them', () => {
  const running: ServerProcess[] = [];
  const start = async (name: 'server' | 'worker', changes: Readonly<Record<string, string>> = {}): Promise<ServerProcess> => {
    const { command = [] } = readCompose({ ...passwords, DOMICILE_API_KEY: testKey }).services[name];
    const started = await startServerProcess({ ...settingsOf(name), DOMICILE_API_KEY: '', ...(name === 'server' ? { DOMICILE_API_KEY: testKey } : {}), ...changes }, resolve('dist/src/server/main.js'), command);
    running.push(started);
    return started;
  };
  const dropped = ['DROP DATABASE IF EXISTS domicile WITH (FORCE)', 'DROP DATABASE IF EXISTS domicile_before WITH (FORCE)', 'DROP ROLE IF EXISTS domicile_app', 'DROP ROLE IF EXISTS domicile_owner'];
  let api: ServerProcess;
  const call = async (path: string, body?: object): Promise<Response> => fetch(`${api.url}/api/v1${path}`, { headers: { authorization: `Bearer ${testKey}`, 'content-type': 'application/json' }, ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }) });

  beforeAll(async () => {
    await asSuperuser(dropped);
    await asSuperuser(rolesScript({ owner_password: passwords.DOMICILE_OWNER_PASSWORD, app_password: passwords.DOMICILE_APP_PASSWORD }));
    // Where the cluster is new, the owner makes this role and may grant it; here other suites may have made it.
    await asSuperuser(["DO $$ BEGIN CREATE ROLE app_rw NOLOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$", 'GRANT app_rw TO domicile_owner WITH ADMIN OPTION']);
  });
  afterAll(async () => {
    await Promise.all(running.map((each) => each.end('SIGTERM')));
    await asSuperuser(dropped);
  });

  it('migrates apart, as an owner without rights over the cluster', async () => {
    const first = await runServerToItsEnd(settingsOf('server'), 'migrate');
    expect(first).toMatchObject({ code: 0, output: expect.stringContaining('Organisations') as string });
    expect(await runServerToItsEnd(settingsOf('server'), 'migrate')).toEqual({ code: 0, output: 'the tables are of this version already\n' });
  });

  it('leaves jobs to workers, which serve no API, make no key and stop cleanly', async () => {
    api = await start('server');
    const { id } = (await (await call('/jobs', { kind: 'audit', input: { files } })).json()) as JobView;
    await sleep(1_500);
    const read = async (): Promise<JobView> => (await (await call(`/jobs/${id}`)).json()) as JobView;
    expect((await read()).state).toBe('waiting');
    const workers = await Promise.all([start('worker'), start('worker')]);
    for (let waited = 0; (await read()).state !== 'done' && waited < 120_000; waited += 100) await sleep(100);
    expect(await read()).toMatchObject({ state: 'done', attempts: 1, problem: null });
    for (const worker of workers) {
      expect(worker.output()).not.toMatch(/API key|Sign in/);
      const status = async (path: string): Promise<number> => (await fetch(worker.url + path, { headers: { authorization: `Bearer ${testKey}` } })).status;
      expect(await Promise.all(['/health/ready', '/health/live', '/metrics', '/api/docs', `/api/v1/jobs/${id}`, '/'].map(status))).toEqual([200, 200, 200, 404, 404, 404]);
      expect(await worker.end('SIGTERM')).toBe(0);
    }
    expect(await api.end('SIGTERM')).toBe(0);
  });

  it('is restored as docs/operating.md says', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'domicile-parts-'));
    const file = join(folder, 'domicile.tar.gz');
    const jobsOf = async (): Promise<readonly JobView[]> => ((await (await call('/jobs')).json()) as { items: JobView[] }).items;
    api = await start('server');
    const before = await jobsOf();
    expect(before.map(({ state }) => state)).toEqual(['done']);
    const { output } = await runServerToItsEnd(settingsOf('server'), 'backup', file);
    await api.end('SIGTERM');
    const [, sql = ''] = /```sql\n([^]*?)```/.exec(readFileSync(resolve('docs/operating.md'), 'utf8')) ?? [];
    await asSuperuser(sql.split(/;\n/).filter((text) => text !== ''));
    expect(await runServerToItsEnd(settingsOf('server'), 'restore', file, '--digest', output.trim().split('\n').at(-1) ?? '')).toMatchObject({ code: 0 });
    api = await start('server');
    expect(await jobsOf()).toEqual(before);
    await api.end('SIGTERM');
    await asSuperuser(['DROP DATABASE domicile_before']);
    rmSync(folder, { recursive: true });
  });

  it('refuses a worker that would do nothing', async () => {
    expect(await runServerToItsEnd({ ...settingsOf('worker'), DOMICILE_JOBS: '0' }, 'worker')).toEqual({ code: 2, output: "DOMICILE_JOBS: '0' leaves a worker nothing to do; write a number from 1 to 64\n" });
  });

  it('is asked how it is by the program of the image', async () => {
    const health = (port: string): number | null => spawnSync(process.execPath, ['deploy/is-healthy.mjs'], { env: { PATH: process.env['PATH'], PORT: port } }).status;
    const worker = await start('worker');
    expect(health(new URL(worker.url).port)).toBe(0);
    await worker.end('SIGTERM');
    expect(health(new URL(worker.url).port)).toBe(1);
  });
});
