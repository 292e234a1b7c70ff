import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { postmastersOf, runServerToItsEnd, startServerProcess, testKey, type ServerProcess } from './server-process.js';
import { createEmptyDatabase } from './test-database.js';

jest.setTimeout(120_000);

const unknownAudit = '/api/v1/audits/01990000-0000-7000-8000-000000000000';
const statusOf = async (url: string, key: string): Promise<number> => (await fetch(url, { headers: { authorization: `Bearer ${key}` } })).status;

async function untilGone(folder: string): Promise<void> {
  for (let waited = 0; postmastersOf(folder).length > 0 && waited < 10_000; waited += 50) await sleep(50);
  expect(postmastersOf(folder)).toEqual([]);
}

describe('the server process', () => {
  let folder: string;
  const running: ServerProcess[] = [];
  const start = async (...given: Parameters<typeof startServerProcess>): Promise<ServerProcess> => {
    const server = await startServerProcess(...given);
    running.push(server);
    return server;
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'domicile-server-'));
    chmodSync(folder, 0o755);
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map((server) => server.end('SIGTERM')));
    await untilGone(folder);
    rmSync(folder, { recursive: true, force: true });
  });

  it('prints a key at its first start only, keeps it over restarts, and stops cleanly', async () => {
    const settings = { DOMICILE_DATA: join(folder, 'data'), DOMICILE_API_KEY: '' };
    const first = await start(settings);
    const key = /shown this once: (\S+)/.exec(first.output())?.[1] ?? '';
    expect(key).toMatch(/^dmc_/);
    expect(await statusOf(first.url + unknownAudit, key)).toBe(404);
    expect(await first.end('SIGTERM')).toBe(0);
    expect(first.output().split('\n').filter((line) => line.startsWith('{')).join('')).not.toContain(key);
    await untilGone(folder);
    const second = await start(settings);
    expect(second.output()).not.toContain('shown this once');
    expect(await statusOf(second.url + unknownAudit, key)).toBe(404);
    expect(await second.end('SIGINT')).toBe(0);
  });

  it('has the example organisation in an empty register, once', async () => {
    const settings = { DOMICILE_DATA: join(folder, 'data'), DOMICILE_EXAMPLE: 'yes' };
    const read = async (url: string, path: string): Promise<{ total: number }> => (await (await fetch(`${url}/api/v1/register/${path}`, { headers: { authorization: `Bearer ${testKey}` } })).json()) as { total: number };
    const first = await start(settings);
    expect((await read(first.url, 'records?kind=deployment')).total).toBeGreaterThan(5);
    expect(await read(first.url, 'revisions')).toMatchObject({ total: 1, items: [{ changedBy: { kind: 'system' } }] });
    await first.end('SIGTERM');
    const { url } = await start(settings);
    expect((await read(url, 'revisions')).total).toBe(1);
  });

  it('replaces the key of the environment when it changes', async () => {
    const settings = { DOMICILE_DATA: join(folder, 'data') };
    await (await start(settings)).end('SIGTERM');
    const other = `other-${testKey}`;
    const { url } = await start({ ...settings, DOMICILE_API_KEY: other });
    expect(await statusOf(url + unknownAudit, testKey)).toBe(401);
    expect(await statusOf(url + unknownAudit, other)).toBe(404);
  });

  it('leaves no database behind when it is killed, and finds its data again', async () => {
    const settings = { DOMICILE_DATA: join(folder, 'data'), DOMICILE_API_KEY: '' };
    const first = await start(settings);
    const key = /shown this once: (\S+)/.exec(first.output())?.[1] ?? '';
    await first.end('SIGKILL');
    await untilGone(folder);
    const second = await start(settings);
    expect(await statusOf(second.url + unknownAudit, key)).toBe(404);
  });

  it('starts again at once after a kill, while the old database is still going down', async () => {
    const settings = { DOMICILE_DATA: join(folder, 'data') };
    for (let round = 0; round < 3; round++) await (await start(settings)).end('SIGKILL');
    const last = await start(settings);
    expect(await statusOf(`${last.url}/health/ready`, testKey)).toBe(200);
    expect(postmastersOf(folder)).toHaveLength(1);
  });

  it('recovers a database that was killed with it', async () => {
    const settings = { DOMICILE_DATA: join(folder, 'data') };
    const first = await start(settings);
    for (const pid of postmastersOf(folder)) process.kill(pid, 'SIGKILL');
    await first.end('SIGKILL');
    await untilGone(folder);
    const second = await start(settings);
    expect(await statusOf(second.url + unknownAudit, testKey)).toBe(404);
  });

  it('is unavailable, not broken, while its database is down', async () => {
    const server = await start({ DOMICILE_DATA: join(folder, 'data') });
    for (const pid of postmastersOf(folder)) process.kill(pid, 'SIGINT');
    await untilGone(folder);
    expect(await statusOf(`${server.url}/health/ready`, testKey)).toBe(503);
    expect(await statusOf(`${server.url}/health/live`, testKey)).toBe(200);
    expect(await statusOf(server.url + unknownAudit, testKey)).toBe(503);
  });

  it('shares the database of another process on the same folder, and leaves it running', async () => {
    const settings = { DOMICILE_DATA: join(folder, 'data') };
    const owner = await start(settings);
    const guest = await start(settings);
    expect(guest.output()).toContain('"role":"guest"');
    expect(postmastersOf(folder)).toHaveLength(1);
    await guest.end('SIGTERM');
    expect(await statusOf(`${owner.url}/health/ready`, testKey)).toBe(200);
  });

  it('makes one database when four start at once on an empty folder', async () => {
    const settings = { DOMICILE_DATA: join(folder, 'data') };
    const servers = await Promise.all([1, 2, 3, 4].map(() => start(settings)));
    expect(await Promise.all(servers.map(({ url }) => statusOf(url + unknownAudit, testKey)))).toEqual([404, 404, 404, 404]);
    expect(postmastersOf(folder)).toHaveLength(1);
    expect(readdirSync(join(folder, 'data')).filter((name) => name.includes('staged'))).toEqual([]);
  });

  it('keeps the password of its database to itself', async () => {
    await start({ DOMICILE_DATA: join(folder, 'data') });
    const password = readFileSync(join(folder, 'data', 'cluster', 'password'), 'utf8').trim();
    expect(password).toMatch(/^[0-9a-f]{48}$/);
    const { port } = /"port":(?<port>\d+)/.exec(running[0]?.output() ?? '')?.groups ?? {};
    for (const url of [`postgres://domicile@127.0.0.1:${port}/postgres`, `postgres://domicile:x@127.0.0.1:${port}/postgres`, `postgres://domicile_app:${password}@127.0.0.1:${port}/domicile`]) await expect(new pg.Client({ connectionString: url }).connect()).rejects.toThrow(/password/);
    const [postmaster] = postmastersOf(folder);
    expect(readFileSync(`/proc/${postmaster}/environ`, 'utf8')).not.toContain(testKey);
  });

  const asRoot = process.getuid?.() === 0 ? it : it.skip;
  asRoot('runs as root in a folder that only root can enter', async () => {
    const closed = join(folder, 'closed');
    mkdirSync(closed, { mode: 0o700 });
    const server = await start({ DOMICILE_DATA: join(closed, '.data') });
    expect(await statusOf(`${server.url}/health/ready`, testKey)).toBe(200);
    expect(existsSync(join(closed, '.data'))).toBe(false);
    const stand = /"folder":"([^"]+)"/.exec(server.output())?.[1] ?? '';
    expect(stand).toMatch(/^\/var\/lib\/domicile-/);
    await server.end('SIGTERM');
    expect(postmastersOf(stand)).toEqual([]);
    rmSync(stand, { recursive: true, force: true });
  });

  it('uses an external PostgreSQL, which four servers may start on while it is empty', async () => {
    const database = await createEmptyDatabase();
    const settings = { DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl, DOMICILE_DATA: join(folder, 'data') };
    const servers = await Promise.all([1, 2, 3, 4].map(() => start(settings)));
    expect(await Promise.all(servers.map(({ url }) => statusOf(url + unknownAudit, testKey)))).toEqual([404, 404, 404, 404]);
    expect(servers.filter((server) => server.output().includes('database migrated'))).toHaveLength(1);
    expect(existsSync(join(folder, 'data'))).toBe(false);
    await Promise.all(servers.map((server) => server.end('SIGTERM')));
    await database.drop();
  });

  it('gives up its rights where the external address is the owner itself', async () => {
    const database = await createEmptyDatabase();
    const server = await start({ DATABASE_URL: database.ownerUrl });
    expect(await statusOf(server.url + unknownAudit, testKey)).toBe(404);
    await server.end('SIGTERM');
    await database.drop();
  });

  it.each<[string, Record<string, string>, number, RegExp]>([
    ['every wrong setting', { PORT: 'x', LOG_LEVEL: 'loud' }, 2, /LOG_LEVEL: 'loud' .*\nPORT: 'x' /],
    ['a database that is not there', { DATABASE_URL: 'postgres://a:hunter2@127.0.0.1:1/x' }, 1, /ECONNREFUSED/],
  ])('ends naming %s', async (_name, settings, code, message) => {
    const ended = await runServerToItsEnd(settings);
    expect(ended.code).toBe(code);
    expect(ended.output).toMatch(message);
    expect(ended.output).not.toContain('hunter2');
  });
});
