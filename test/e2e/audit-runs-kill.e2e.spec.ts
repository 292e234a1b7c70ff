import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import request from 'supertest';
import { type AuditPage } from '../../src/server/audits/audit-list.js';
import { type JobView } from '../../src/server/platform/jobs/job-view.js';
import { callsTo } from './killed-processes.js';
import { startServerProcess, testKey, type ServerProcess } from './server-process.js';
import { startTestApp } from './test-app.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';

jest.setTimeout(300_000);

const example = resolve('examples/nordlicht');
const files = readdirSync(example, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !entry.parentPath.startsWith(join(example, 'report')))
  .map((entry) => join(entry.parentPath, entry.name))
  .map((path) => ({ path: path.slice(example.length + 1), content: readFileSync(path, 'utf8') }));
const wanted = { asOf: '2026-11-23T12:00:00Z', revision: 1 };
const patience = 120_000;

/** Lets every range take half a second at least, shows by a lock who is at it, and writes down whose work was kept. */
const slowly = `
  CREATE TABLE judged (run uuid, number int, process text);
  CREATE FUNCTION judge_slowly() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN
    PERFORM pg_advisory_xact_lock_shared(7411, NEW.number);
    PERFORM pg_sleep(0.5);
    INSERT INTO judged VALUES (NEW.run_id, NEW.number, current_setting('application_name'));
    RETURN NEW;
  END $$;
  CREATE TRIGGER slowly BEFORE UPDATE ON audit_ranges FOR EACH ROW EXECUTE FUNCTION judge_slowly();`;

type Name = 'first' | 'second';
interface Judged {
  readonly run: string;
  readonly number: number;
  readonly process: string;
}

describe('an audit whose ranges two processes take, of which one is killed,', () => {
  const processes: Partial<Record<Name, ServerProcess>> = {};
  let database: TestDatabase;
  let owner: pg.Client;
  let whole: string;
  beforeAll(async () => {
    database = await createTestDatabase();
    owner = new pg.Client({ connectionString: database.ownerUrl });
    await owner.connect();
    await start('first');
    const body = { collection: 'nordlicht', reason: 'as found', files };
    const { digest } = await callsTo(() => running('first')).answer<{ digest: string }>('register/imports', body);
    await callsTo(() => running('first')).answer('register/imports', { ...body, expects: digest });
    const inOneGo = await startTestApp({ database });
    whole = (await request(inOneGo.server).post('/api/v1/audits').set('authorization', `Bearer ${testKey}`).send(wanted).expect(201)).text;
    await inOneGo.app.close();
    await owner.query(slowly);
    await start('second');
  });
  afterAll(async () => {
    for (const each of Object.values(processes)) await each.end('SIGTERM');
    await owner.end();
    await database.drop();
  });

  const start = async (name: Name): Promise<void> => {
    const named = new URL(database.appUrl);
    named.searchParams.set('application_name', name);
    processes[name] = await startServerProcess({ DATABASE_URL: named.href }, resolve('test/e2e/ranged-server.mjs'));
  };
  const running = (name: Name): ServerProcess => {
    const found = processes[name];
    if (found === undefined) throw new Error(`the ${name} process does not run`);
    return found;
  };
  const ask = async <Row extends pg.QueryResultRow>(sql: string, values: readonly unknown[] = []): Promise<readonly Row[]> => (await owner.query<Row>(sql, [...values])).rows;
  const judged = (): Promise<readonly Judged[]> => ask<Judged & pg.QueryResultRow>('SELECT run, number, process FROM judged ORDER BY number');
  const heldBy = async (name: Name): Promise<number | undefined> => (await ask<{ number: number }>("SELECT objid::int AS number FROM pg_locks JOIN pg_stat_activity USING (pid) WHERE locktype = 'advisory' AND classid = 7411 AND application_name = $1", [name]))[0]?.number;
  /** Waits until both have ended a range, then kills one that has just begun another. @returns which range it died over */
  const killAtRange = async (victim: Name): Promise<number> => {
    let seen: number | undefined;
    for (const begun = performance.now(); performance.now() - begun < patience; await sleep(5)) {
      const number = await heldBy(victim);
      const justBegun = number !== undefined && seen !== undefined && number !== seen;
      seen = number ?? seen;
      if (!justBegun || new Set((await judged()).map(({ process }) => process)).size < 2 || (await heldBy(victim)) !== number) continue;
      await running(victim).end('SIGKILL');
      return number;
    }
    throw new Error(`the ${victim} process takes no ranges: ${JSON.stringify(await judged())}`);
  };
  const survivors = async (number: number): Promise<readonly string[]> => (await judged()).filter((each) => each.number === number).map(({ process }) => process);
  const digestOf = async (name: Name): Promise<string | undefined> => (await callsTo(() => running(name)).answer<AuditPage>('audits?limit=1')).items[0]?.digests.result;

  it('has the bytes of one in one go where the process that took part dies', async () => {
    const asked = callsTo(() => running('first')).call('audits', wanted);
    const number = await killAtRange('second');
    const response = await asked;
    expect([response.status, await response.text()]).toEqual([201, whole]);
    expect(await survivors(number)).toEqual(['first']);
    expect(new Set((await judged()).map(({ run }) => run)).size).toBe(1);
    expect(await ask('SELECT 1 FROM audit_runs')).toEqual([]);
    const [inOneGo, byRanges] = (await callsTo(() => running('first')).answer<AuditPage>('audits?limit=2')).items;
    expect(byRanges?.digests).toEqual(inOneGo?.digests);
    await owner.query('DELETE FROM judged');
    await start('second');
  });

  it('comes about once, with the same bytes, where the process that was asked dies: the other ends its ranges and does its job', async () => {
    const calls = { first: callsTo(() => running('first')), second: callsTo(() => running('second')) };
    const before = (await calls.first.answer<AuditPage>('audits?limit=1')).total;
    const { id } = await calls.first.answer<JobView>('jobs', { kind: 'register-audit', input: wanted });
    let victim: Name | undefined;
    for (const begun = performance.now(); victim === undefined && performance.now() - begun < patience; await sleep(20)) for (const name of ['first', 'second'] as const) if (/^domicile_jobs_running 1$/m.test(await (await fetch(`${running(name).url}/metrics`)).text())) victim = name;
    if (victim === undefined) throw new Error('nobody takes the job');
    const other: Name = victim === 'first' ? 'second' : 'first';
    const number = await killAtRange(victim);
    const read = (): Promise<JobView> => calls[other].answer<JobView>(`jobs/${id}`);
    for (const begun = performance.now(); (await read()).state !== 'done' && performance.now() - begun < patience; ) await sleep(200);
    const job = await read();
    expect(job).toMatchObject({ state: 'done', attempts: 2, problem: null });
    expect(await (await calls[other].call(`jobs/${id}/result`)).text()).toBe(whole);
    expect([(await calls[other].answer<AuditPage>('audits?limit=1')).total, await digestOf(other)]).toEqual([before + 1, job.result?.digest]);
    const all = await judged();
    const abandoned = all.find(({ process }) => process === victim)?.run;
    expect(all.filter((each) => each.run === abandoned && each.number === number).map(({ process }) => process)).toEqual([other]);
    expect(new Set(all.map(({ run }) => run)).size).toBe(2);
  });
});
