import { DataSource, type EntityManager } from 'typeorm';
import request from 'supertest';
import { type LogEntry } from '../../src/core/log/log-entry.js';
import { verifyLog } from '../../src/core/log/verify-log.js';
import { LogService } from '../../src/server/log/log.service.js';
import { appDataSource } from '../../src/server/platform/database/app-data-source.js';
import { firstOrganisation } from '../../src/server/platform/database/first-organisation.js';
import { OrganisationScope } from '../../src/server/platform/database/organisation-scope.js';
import { startTestApp, type TestApp } from './test-app.js';

jest.setTimeout(60_000);

const actor = { organisationId: firstOrganisation, kind: 'user', id: '01990000-0000-7000-8000-000000000000' } as const;

describe('the audit log', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp();
  });
  afterAll(async () => {
    await test.close();
  });

  const append = (manager: EntityManager, action: string, details = {}): Promise<void> => test.app.get(LogService).append(manager, actor, action, 'thing/1', details);
  const write = (action: string, details = {}): Promise<void> => test.app.get(OrganisationScope).run(firstOrganisation, (manager) => append(manager, action, details));
  const bulk = (manager: EntityManager, organisationId: string, entries: number): Promise<unknown> =>
    manager.query("INSERT INTO log_entries (organisation_id, at, actor_kind, actor, action, subject, details) SELECT $1, now(), 'user', 'x', 'thing.do', 'thing/' || i, '{}' FROM generate_series(1, $2::int) i", [organisationId, entries]);
  const get = (path: string): request.Test => request(test.server).get(path).set('authorization', `Bearer ${test.key}`);
  const exported = async (): Promise<LogEntry[]> =>
    (await get('/api/v1/log/export').expect(200).expect('content-type', /ndjson/).buffer(true).parse((response, done) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (text += chunk));
      response.on('end', () => done(null, text));
    })).body
      .split('\n')
      .filter(Boolean)
      .map((line: string) => JSON.parse(line) as LogEntry);

  it('is one chain that anyone can verify, whoever writes at the same time and whatever they write', async () => {
    await Promise.all(Array.from({ length: 40 }, (_, index) => write('thing.do', { index, text: `Übermaß "${'\u2028'}" 12:x\n😀` })));
    const entries = await exported();
    const { body } = await get('/api/v1/log?limit=1');
    expect(verifyLog(entries, { head: (body as { head: { sequence: number; hash: string } }).head })).toMatchObject({ state: 'intact', entries: entries.length });
    expect(entries.length).toBeGreaterThan(40);
  });

  it('stays one chain when entries come in bulk, from several at once, partly taken back, and for two organisations in one transaction', async () => {
    const second = '01990000-0000-7000-8000-0000000000ee';
    const owner = await new DataSource({ type: 'postgres', url: test.database.ownerUrl }).initialize();
    await owner.query("INSERT INTO organisations (id, name) VALUES ($1, 'Second')", [second]);
    const scope = test.app.get(OrganisationScope);
    await Promise.all(
      Array.from({ length: 4 }, (_, writer) =>
        scope.run(firstOrganisation, async (manager) => {
          await bulk(manager, firstOrganisation, 300);
          await manager.transaction(async (inner) => {
            await bulk(inner, firstOrganisation, 50);
            if (writer % 2 === 0) throw new Error('taken back');
          }).catch(() => undefined);
          await append(manager, 'thing.do');
          await manager.query("SELECT set_config('app.organisation', $1, true)", [second]);
          await bulk(manager, second, 100);
        }),
      ),
    );
    for (const [organisationId, least] of [[firstOrganisation, 4 * 301 + 2 * 50], [second, 400]] as const) {
      const verified = await scope.run(organisationId, (manager) => test.app.get(LogService).verify(manager, organisationId));
      expect(verified).toMatchObject({ state: 'intact' });
      expect((verified as { entries: number }).entries).toBeGreaterThanOrEqual(least);
    }
    await owner.destroy();
  });

  it('moves its head once in a transaction, however many entries that writes', async () => {
    const moved = await test.app.get(OrganisationScope).run(firstOrganisation, async (manager) => {
      const moves = async (): Promise<number> => (await manager.query<[{ times: number }]>("SELECT n_tup_upd::int AS times FROM pg_stat_xact_user_tables WHERE relname = 'log_heads'"))[0].times;
      const before = await moves();
      for (let statement = 0; statement < 3; statement++) await bulk(manager, firstOrganisation, 100);
      await manager.query('SET CONSTRAINTS ALL IMMEDIATE');
      return (await moves()) - before;
    });
    expect(moved).toBe(1);
  });

  it('grows with a check, in the same transaction', async () => {
    const before = (await exported()).length;
    const { headers } = await request(test.server).post('/api/v1/checks').set('authorization', `Bearer ${test.key}`).send({ files: [{ path: 'domicile.yaml', content: 'domicile: 1\n' }] });
    const entries = await exported();
    expect(entries).toHaveLength(before + 1);
    expect(entries.at(-1)).toMatchObject({ action: 'audit.create', subject: `audit/${String(headers['x-audit-id'])}`, actorKind: 'api-key' });
  });

  it('keeps nothing of a change that fails', async () => {
    const before = (await exported()).length;
    const failed = test.app.get(OrganisationScope).run(firstOrganisation, async (manager) => {
      await test.app.get(LogService).append(manager, actor, 'thing.fail', 'thing/1');
      throw new Error('the change failed');
    });
    await expect(failed).rejects.toThrow('the change failed');
    expect(await exported()).toHaveLength(before);
  });

  it('is read by pages', async () => {
    const first = (await get('/api/v1/log?limit=2')).body as { entries: LogEntry[] };
    const second = (await get('/api/v1/log?limit=2&after=2')).body as { entries: LogEntry[] };
    expect([...first.entries, ...second.entries].map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4]);
    for (const query of ['limit=0', 'limit=x', 'after=-1', 'unknown=1']) expect((await get(`/api/v1/log?${query}`)).status).toBe(400);
  });

  it('cannot be changed, cut or steered with the rights of the application', async () => {
    const source = await new DataSource(appDataSource(test.database.appUrl, 1)).initialize();
    const inside = (statement: string): Promise<unknown> => new OrganisationScope(source).run(firstOrganisation, (manager) => manager.query(statement));
    for (const statement of [
      "UPDATE log_entries SET action = 'x'",
      'DELETE FROM log_entries',
      'TRUNCATE log_entries',
      "UPDATE log_heads SET hash = 'x'",
      'DELETE FROM log_heads',
      'ALTER TABLE log_entries DISABLE TRIGGER chain',
      'SET session_replication_role = replica',
      `INSERT INTO log_entries (organisation_id, sequence, at, actor_kind, actor, action, subject, details, previous, hash) VALUES ('${firstOrganisation}', 1, now(), 'user', 'x', 'x', 'x', '{}', 'x', 'x')`,
    ])
      await expect(inside(statement)).rejects.toThrow(/permission denied|must be owner/);
    await source.destroy();
    const { entries } = (await get('/api/v1/log?limit=1000')).body as { entries: LogEntry[] };
    expect(verifyLog(entries).state).toBe('intact');
  });

  it('refuses changes even to its owner, and shows one that was forced', async () => {
    const owner = await new DataSource({ type: 'postgres', url: test.database.ownerUrl }).initialize();
    for (const statement of ["UPDATE log_entries SET action = 'x'", 'DELETE FROM log_entries', 'TRUNCATE log_entries']) await expect(owner.query(statement)).rejects.toThrow('the audit log only grows');
    await owner.query("SET session_replication_role = replica; UPDATE log_entries SET details = '{}' WHERE sequence = 5; SET session_replication_role = DEFAULT");
    await owner.destroy();
    expect(verifyLog(await exported())).toMatchObject({ state: 'broken', sequence: 5 });
  });
});
