import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import request from 'supertest';
import { type LogEntry } from '../../src/core/log/log-entry.js';
import { verifyLog } from '../../src/core/log/verify-log.js';
import { ApiKeysService } from '../../src/server/access/api-keys.service.js';
import { restoreBackup } from '../../src/server/backup/restore-backup.js';
import { writeBackup } from '../../src/server/backup/write-backup.js';
import { type JobView } from '../../src/server/platform/jobs/job-view.js';
import { JobsService } from '../../src/server/jobs/jobs.service.js';
import { LogService } from '../../src/server/log/log.service.js';
import { migrations } from '../../src/server/migrations.js';
import { type Principal } from '../../src/server/platform/authorization/principal.js';
import { type DatabaseAccess } from '../../src/server/platform/database/database-access.js';
import { firstOrganisation } from '../../src/server/platform/database/first-organisation.js';
import { migrate } from '../../src/server/platform/database/migrate.js';
import { OrganisationScope } from '../../src/server/platform/database/organisation-scope.js';
import { PullsService } from '../../src/server/pulls/pulls.service.js';
import { forgeDigests, packBackup, Sink, unpackBackup, type BackupEntry } from './backup-file.js';
import { signInAs } from './browser.js';
import { connectionTo, pullFrom, startRecordedSystem } from '../pulls/recorded-system.js';
import { HeldJob } from './held-job.js';
import { runServerToItsEnd, startServerProcess, testKey } from './server-process.js';
import { startTestApp, TestClock, type TestApp } from './test-app.js';
import { createEmptyDatabase, type TestDatabase } from './test-database.js';

jest.setTimeout(180_000);

const second = '01990000-0000-7000-8000-000000000002';
const hostile = 'tab\there, line\nfeed, \\. and \\N, quote \' " ; -- \u0001 \u2028 😀 DROP TABLE audits';
const clock = new TestClock(new Date('2026-11-24T08:00:00Z'));
const ofTheMoment = ['sessions', 'sign_in_links', 'sign_in_challenges', 'sign_in_attempts', 'ci_tokens_taken', 'kept_answers', 'job_workers', 'job_ticks', 'audit_ranges', 'audit_runs', 'migrations'];

const ask = async <Row extends pg.QueryResultRow>(url: string, sql: string, values: unknown[] = []): Promise<Row[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
};

/** Every row of every table that a backup holds, as text. */
async function rowsOf({ ownerUrl }: DatabaseAccess): Promise<Record<string, string[]>> {
  const tables = await ask<{ name: string }>(ownerUrl, "SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> ALL ($1) ORDER BY relname", [ofTheMoment]);
  const rows: Record<string, string[]> = {};
  for (const { name } of tables) rows[name] = (await ask<{ row: string }>(ownerUrl, `SELECT t::text AS row FROM ${name} t ORDER BY t::text COLLATE "C"`)).map(({ row }) => row);
  return rows;
}

async function backup({ ownerUrl }: DatabaseAccess, organisation?: string): Promise<{ bytes: Buffer; digest: string; rows: number }> {
  const sink = new Sink();
  const { digest, rows } = await writeBackup(sink, { ownerUrl, clock, organisation });
  return { bytes: sink.bytes(), digest, rows };
}

const restore = (access: DatabaseAccess, bytes: Buffer, digest?: string): ReturnType<typeof restoreBackup> => restoreBackup(Readable.from([bytes]), { access, migrations, clock, digest });

async function keepPull(test: TestApp, asker: Principal): Promise<void> {
  const system = await startRecordedSystem({ '/v1/model/info': { data: [{ model_name: 'claims', litellm_params: { model: 'openai/gpt-4' } }] } });
  const pulled = await pullFrom(connectionTo({ system: 'litellm', url: system.url }));
  await system.close();
  await test.app.get(OrganisationScope).run(asker.organisationId, (manager) => test.app.get(PullsService).store(manager, asker, pulled));
}

describe('a backup', () => {
  let test: TestApp;
  let taken: { bytes: Buffer; digest: string; rows: number };
  let entries: BackupEntry[];
  let before: Record<string, string[]>;
  let auditId: string;
  const made: TestDatabase[] = [];
  const empty = async (): Promise<TestDatabase> => {
    const database = await createEmptyDatabase();
    made.push(database);
    return database;
  };

  beforeAll(async () => {
    test = await startTestApp({ moreKinds: [HeldJob] });
    const audit = await request(test.server).post('/api/v1/checks').set('authorization', `Bearer ${test.key}`).send({ files: [{ path: 'domicile.yaml', content: 'domicile: 1\norganisation: { id: acme, name: Acme GmbH }\n' }] });
    auditId = String(audit.headers['x-audit-id']);
    const imported = { collection: 'claims', reason: 'first state', files: [{ path: 'domicile.yaml', content: 'domicile: 1\norganisation: { id: acme, name: "Acme\\tGmbH \\\\N" }\nmodels: [{ id: bloom, name: BLOOM }]\n' }] };
    const imports = (body: object): request.Test => request(test.server).post('/api/v1/register/imports').set('authorization', `Bearer ${test.key}`).send(body);
    await imports({ ...imported, expects: ((await imports(imported)).body as { digest: string }).digest }).expect(201);
    await request(test.server).post('/api/v1/audits').set('authorization', `Bearer ${test.key}`).send({}).expect(201);
    await signInAs(test, 'ana@example.org', ['auditor']);
    const self = await test.app.get(ApiKeysService).principalOf(test.key);
    if (self === undefined) throw new Error('the first key is nobody');
    await keepPull(test, self);
    await test.app.get(JobsService).ask(self, { kind: 'held', input: { name: 'over the backup' } });
    for (let waited = 0; !HeldJob.begun.includes('over the backup') && waited < 20_000; waited += 50) await sleep(50);
    const told = (): Promise<unknown[]> => ask(test.database.ownerUrl, "SELECT 1 FROM jobs WHERE kind = 'held' AND progress IS NOT NULL");
    for (let waited = 0; (await told()).length === 0 && waited < 20_000; waited += 50) await sleep(50);
    await ask(test.database.ownerUrl, "INSERT INTO organisations (id, name) VALUES ($1, $2)", [second, hostile]);
    for (const organisationId of [firstOrganisation, second]) await test.app.get(OrganisationScope).run(organisationId, (manager) => test.app.get(LogService).append(manager, { organisationId, kind: 'system', id: 'system' }, 'thing.do', 'thing/1', { hostile }));
    before = await rowsOf(test.database);
    taken = await backup(test.database);
    entries = await unpackBackup(taken.bytes);
  });
  afterAll(async () => {
    HeldJob.release('over the backup');
    await test.close();
    await Promise.all(made.map((database) => database.drop()));
  });

  it('comes back row by row into an empty database, with a chain that goes on', async () => {
    const target = await empty();
    expect(await restore(target, taken.bytes, taken.digest)).toMatchObject({ createdAt: '2026-11-24T08:00:00.000Z', organisations: 2, rows: taken.rows, digest: taken.digest });
    const after = await rowsOf(target);
    expect(Object.keys(after)).toEqual(Object.keys(before));
    for (const [table, rows] of Object.entries(before)) if (!table.startsWith('log_')) expect([table, after[table]]).toEqual([table, rows]);
    const left = new Set(after['log_entries']);
    expect(before['log_entries']?.filter((row) => !left.has(row))).toEqual([]);
    expect((await ask<{ action: string; organisation_id: string }>(target.ownerUrl, "SELECT organisation_id, action FROM log_entries WHERE action LIKE 'backup.%'")).map(({ action }) => action)).toEqual(['backup.restore', 'backup.restore']);
    expect(await ask(target.ownerUrl, 'SELECT 1 FROM sessions')).toEqual([]);
    expect(Object.entries(after).filter(([, rows]) => rows.length === 0).map(([table]) => table)).toEqual(['ci_trusts', 'clearances', 'decision_events', 'decision_inputs', 'decisions', 'deliveries', 'evidence', 'evidence_contents', 'evidence_reads', 'notification_looks', 'notification_reads', 'notification_settings', 'notifications', 'own_policies', 'own_policy_events', 'reaudits', 'record_confirmations', 'reports', 'retention_looks', 'retention_runs', 'retention_settings', 'schedule_dues', 'schedule_runs', 'schedules', 'waiver_events', 'waivers']);
    expect(taken.rows).toBe(Object.values(before).flat().length);
  });

  it('serves again: the same key, the same bytes, the log intact, the walls up, and its job goes on', async () => {
    const target = await empty();
    await restore(target, taken.bytes);
    const begunBefore = HeldJob.begun.length;
    const again = await startTestApp({ moreKinds: [HeldJob], database: target });
    const get = (path: string): request.Test => request(again.server).get(path).set('authorization', `Bearer ${test.key}`);
    const original = await request(test.server).get(`/api/v1/audits/${auditId}`).set('authorization', `Bearer ${test.key}`);
    expect((await get(`/api/v1/audits/${auditId}`)).text).toBe(original.text);
    expect((await get('/api/v1/register/records')).body).toEqual((await request(test.server).get('/api/v1/register/records').set('authorization', `Bearer ${test.key}`)).body);
    const { body } = await get('/api/v1/log?limit=1000');
    const { entries: log, head } = body as { entries: LogEntry[]; head: { sequence: number; hash: string } };
    expect(verifyLog(log, { head })).toMatchObject({ state: 'intact', entries: log.length });
    for (let waited = 0; HeldJob.begun.length === begunBefore && waited < 20_000; waited += 50) await sleep(50);
    HeldJob.release('over the backup');
    let jobs: JobView[] = [];
    for (let waited = 0; jobs[0]?.state !== 'done' && waited < 20_000; waited += 100) {
      jobs = ((await get('/api/v1/jobs')).body as { items: JobView[] }).items;
      await sleep(100);
    }
    expect(jobs).toMatchObject([{ kind: 'held', state: 'done' }]);
    await again.app.close();
    expect(await ask(target.appUrl, 'SET ROLE app_rw').then(() => ask(target.appUrl, "SELECT count(*)::int AS seen FROM log_entries"))).toEqual([{ seen: 0 }]);
    for (const statement of ["UPDATE log_entries SET action = 'x'", 'DELETE FROM log_entries', 'TRUNCATE log_entries']) await expect(ask(target.ownerUrl, statement)).rejects.toThrow('the audit log only grows');
  });

  it('is noted in the log of every organisation it holds, with its digest', async () => {
    const notes = await ask<{ organisation_id: string; details: string }>(test.database.ownerUrl, "SELECT organisation_id, details FROM log_entries WHERE action = 'backup.create' ORDER BY organisation_id");
    expect(notes.slice(0, 2)).toEqual([firstOrganisation, second].map((id) => ({ organisation_id: id, details: JSON.stringify({ digest: taken.digest, scope: 'all' }) })));
  });

  it('of one organisation goes beside others, once', async () => {
    const { bytes, rows } = await backup(test.database, second);
    expect((await unpackBackup(bytes)).some(({ name, text }) => name.startsWith(firstOrganisation) || (name !== 'backup.json' && text.includes(firstOrganisation)))).toBe(false);
    const other = await startTestApp();
    await restore(other.database, bytes);
    const restored = await rowsOf(other.database);
    expect(restored['organisations']).toHaveLength(2);
    expect(restored['log_entries']?.filter((row) => row.includes(second))).toHaveLength(rows - 2 + 1);
    await expect(restore(other.database, bytes)).rejects.toThrow(/not empty: log_/);
    const into = await startTestApp();
    const smuggled = forgeDigests((await unpackBackup(bytes)).map(({ name, text }) => ({ name, text: name.includes('/log_heads/') ? text + text.replace(second, firstOrganisation) : text })));
    await ask(into.database.ownerUrl, 'DELETE FROM log_heads');
    await expect(restore(into.database, await packBackup(smuggled))).rejects.toThrow(/log_heads .* an organisation that backup.json does not name/);
    await into.close();
    await other.close();
    await expect(backup(test.database, '01990000-0000-7000-8000-000000000009')).rejects.toThrow(/no organisation .*9; there is/);
  });

  it('holds together while others write', async () => {
    const source = await startTestApp();
    const append = (index: number): Promise<void> => source.app.get(OrganisationScope).run(firstOrganisation, (manager) => source.app.get(LogService).append(manager, { organisationId: firstOrganisation, kind: 'system', id: 'system' }, 'thing.do', 'thing/1', { index, text: 'x'.repeat(2000) }));
    for (let index = 0; index < 200; index++) await append(index);
    let writing = true;
    const writers = [1, 2, 3].map(async () => {
      while (writing) await append(0);
    });
    const { bytes } = await backup(source.database);
    writing = false;
    await Promise.all(writers);
    const target = await empty();
    await restore(target, bytes);
    expect((await ask<{ entries: number }>(target.ownerUrl, 'SELECT count(*)::int AS entries FROM log_entries'))[0]?.entries).toBeGreaterThan(200);
    await source.close();
  });

  it('is taken and brought back by an owner whom row-level security holds', async () => {
    const [from, to] = [await empty(), await empty()];
    const owned = async ({ ownerUrl, appUrl, name }: TestDatabase): Promise<DatabaseAccess> => {
      await ask(ownerUrl, "DO $$ BEGIN CREATE ROLE plain_owner LOGIN NOSUPERUSER CREATEROLE NOBYPASSRLS PASSWORD 'plain'; EXCEPTION WHEN duplicate_object THEN NULL; END $$");
      await ask(ownerUrl, `ALTER DATABASE ${name} OWNER TO plain_owner`);
      const url = new URL(ownerUrl);
      url.username = 'plain_owner';
      url.password = 'plain';
      return { ownerUrl: url.href, appUrl };
    };
    const access = await owned(from);
    await migrate(access, migrations);
    await startTestApp({ database: { ...from, ...access } }).then(({ app }) => app.close());
    const { bytes, rows } = await backup(access);
    expect(rows).toBeGreaterThan(3);
    await restore(await owned(to), bytes);
    const [original, restored] = [await rowsOf(from), await rowsOf(to)];
    expect(restored['api_keys']).toEqual(original['api_keys']);
    expect(restored['api_keys']).toHaveLength(1);
    await expect(writeBackup(new Sink(), { ownerUrl: from.appUrl, clock })).rejects.toThrow(/permission denied|no organisation/);
  });

  it('of an earlier version comes back and is brought up to this one, but not over later tables', async () => {
    const older = forgeDigests(entries.map(({ name, text }) => (name === 'backup.json' ? { name, text: JSON.stringify({ ...(JSON.parse(text) as { migrations: string[] }), migrations: (JSON.parse(text) as { migrations: string[] }).migrations.filter((each) => !each.startsWith('OrganisationsForBackups')) }) } : { name, text })));
    const bytes = await packBackup(older);
    const target = await empty();
    await restore(target, bytes);
    expect(await ask(target.ownerUrl, 'SELECT count(*)::int AS ran FROM migrations')).toEqual([{ ran: migrations.length }]);
    const late = await empty();
    await migrate(late, migrations);
    await expect(restore(late, bytes)).rejects.toThrow(/tables of a later version/);
  });

  describe('is refused, and leaves nothing behind,', () => {
    let target: TestDatabase;
    beforeAll(async () => {
      target = await empty();
      await migrate(target, migrations);
    });
    const replaced = (which: RegExp, change: (text: string) => string): BackupEntry[] => entries.map(({ name, text }) => ({ name, text: which.test(name) ? change(text) : text }));
    const header = (change: object): BackupEntry[] => replaced(/^backup/, (text) => JSON.stringify({ ...(JSON.parse(text) as object), ...change }));
    const audits = new RegExp(`^${firstOrganisation}/audits/`);
    const log = new RegExp(`^${firstOrganisation}/log_entries/`);

    it.each<[string, () => BackupEntry[], RegExp]>([
      ['with a changed row', () => replaced(audits, (text) => text.replace('non-conforming', 'conforming').replace('inconclusive', 'conforming')), /audits .*digest.*changed/],
      ['with a row less', () => replaced(log, (text) => text.slice(text.indexOf('\n') + 1)), /log_entries .*digest.*changed/],
      ['with a changed log and digests made anew', () => forgeDigests(replaced(log, (text) => text.replace('thing.do', 'thing.no'))), /log of organisation .* is broken \(entry \d+ was changed/],
      ['with a log cut off and digests made anew', () => forgeDigests(replaced(log, (text) => text.replace(/[^\n]*\n$/, ''))), /broken .*cut off/],
      ['with rows of another organisation', () => forgeDigests(replaced(log, (text) => text.replaceAll(firstOrganisation, second))), /do not fit|broken/],
      ['with rows that do not fit', () => forgeDigests(replaced(audits, (text) => text.replace('\t', ''))), /rows of audits .* do not fit/],
      ['without a table', () => entries.filter(({ name }) => !audits.test(name)), /audits .*digest|do not fit/],
      ['in another order', () => [entries[0], entries[2], entries[1], ...entries.slice(3)] as BackupEntry[], /where digests.json belongs|do not fit/],
      ['with something after its end', () => [...entries, { name: 'more', text: 'x' }], /goes on with 'more'/],
      ['without its digests', () => entries.slice(0, -1), /an end where digests.json belongs/],
      ['with another header', () => header({ createdAt: '2020-01-01T00:00:00.000Z' }), /backup.json has not the digest/],
      ['of another format', () => header({ domicileBackup: 2 }), /format 2 .* reads format 1/],
      ['of a later version', () => header({ migrations: ['Later1999999999999'] }), /does not know \(Later1999999999999\)/],
      ['with a table that reaches elsewhere', () => header({ tables: [{ name: 'migrations', columns: ['name'] }] }), /migrations \(name\) stands on one side only/],
      ['that is something else', () => [{ name: 'package.json', text: '{}' }], /'package.json' where backup.json belongs/],
      ['with a header that is none', () => replaced(/^backup/, () => '[]'), /backup.json of the backup is not as Domicile writes it/],
    ])('%s', async (_name, change, message) => {
      const rows = await rowsOf(target);
      await expect(restore(target, await packBackup(change()))).rejects.toThrow(message);
      expect(await rowsOf(target)).toEqual(rows);
    });

    it('cut off or with another digest', async () => {
      const rows = await rowsOf(target);
      for (const bytes of [taken.bytes.subarray(0, taken.bytes.length - 40), taken.bytes.subarray(0, 3000), Buffer.from('not a backup'), Buffer.alloc(0)]) await expect(restore(target, bytes)).rejects.toThrow(/cannot be read|an end where/);
      await expect(restore(target, taken.bytes, `sha256:${'0'.repeat(64)}`)).rejects.toThrow(/has the digest sha256:.* and not/);
      expect(await rowsOf(target)).toEqual(rows);
    });

    it('by a database that is not empty', async () => {
      await expect(restore(test.database, taken.bytes)).rejects.toThrow(/not empty: api_keys has rows/);
      expect(await ask(test.database.ownerUrl, "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> 'migrations' AND NOT (relrowsecurity AND relforcerowsecurity)")).toEqual([]);
    });
  });

  it('is a command of the server, used while it runs, into a file that nobody else may read', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'domicile-backup-'));
    chmodSync(folder, 0o755);
    const [old, file] = [join(folder, 'old'), join(folder, 'b.tar.gz')];
    const target = await empty();
    const young = { DATABASE_URL: target.appUrl, DATABASE_OWNER_URL: target.ownerUrl };
    const server = await startServerProcess({ DOMICILE_DATA: old });
    const written = await runServerToItsEnd({ DOMICILE_DATA: old }, 'backup', file);
    expect(written).toMatchObject({ code: 0, output: expect.stringMatching(/^\d+ rows of 1 organisation in \d+ tables\nsha256:[0-9a-f]{64}\n$/) });
    const digest = written.output.split('\n')[1] ?? '';
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(await runServerToItsEnd({ DOMICILE_DATA: old }, 'backup', file)).toMatchObject({ code: 1, output: expect.stringContaining('exists already') });
    expect(await runServerToItsEnd({ DOMICILE_DATA: old }, 'restore', file)).toMatchObject({ code: 1, output: expect.stringContaining('not empty') });
    await server.end('SIGTERM');
    expect(await runServerToItsEnd(young, 'restore', file, '--digest', digest)).toMatchObject({ code: 0 });
    const again = await startServerProcess(young);
    expect((await fetch(`${again.url}/api/v1/log`, { headers: { authorization: `Bearer ${testKey}` } })).status).toBe(200);
    await again.end('SIGTERM');
    expect((await runServerToItsEnd(young, 'backup')).code).toBe(2);
    expect(existsSync(`${file}.part`)).toBe(false);
    expect(readFileSync(file).subarray(0, 2)).toEqual(Buffer.from([0x1f, 0x8b]));
    rmSync(folder, { recursive: true, force: true });
  });
});
