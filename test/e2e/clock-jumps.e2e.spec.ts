import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type RunPage, type RunView, type ScheduleView } from '../../src/server/schedules/schedule-shapes.js';
import { fakedClock, faketime, type FakedClock } from './faked-clock.js';
import { callsTo, verifyLog } from './killed-processes.js';
import { startOwnDatabase, type OwnDatabase } from './own-database.js';
import { startServerProcess, type ServerProcess } from './server-process.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';

jest.setTimeout(600_000);

const manifest = 'domicile: 1\norganisation: { id: acme, name: Acme GmbH, seat: DE }\nproviders: [{ id: own, name: Acme IT, kind: own, country: DE }]\nmodels: [{ id: bloom, name: BLOOM }]\ndeployments: [{ id: one, name: One, model: bloom, provider: own, purpose: translation }]\n';
const patience = 180_000;

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  for (const start = performance.now(); performance.now() - start < patience; ) {
    if (await holds()) return;
    await sleep(50);
  }
  throw new Error(`${what} does not come about within ${patience / 1000} s`);
}

describe('a clock that jumps', () => {
  if (faketime === '') {
    if (process.env['CI'] !== undefined) throw new Error('there is no faketime; apt-get install -y faketime');
    console.warn('SKIPPED: clocks of whole processes that jump; install faketime');
    it.skip('is tried on whole processes (faketime is not installed)', () => undefined);
    return;
  }

  const folder = mkdtempSync(join(tmpdir(), 'clock-jumps-'));
  let clock: FakedClock;
  let access: TestDatabase;
  let owner: pg.Client;
  let server: ServerProcess | undefined;
  let worker: ServerProcess | undefined;
  beforeAll(() => chmodSync(folder, 0o755)); // The account of the database enters it.
  afterEach(async () => {
    for (const each of [server, worker]) await each?.end('SIGTERM');
    [server, worker] = [undefined, undefined];
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const openAsOwner = async (): Promise<void> => {
    owner = new pg.Client({ connectionString: access.ownerUrl });
    await owner.connect();
  };

  const calls = callsTo(() => server ?? Promise.reject(new Error('no server')));
  const { answer } = calls;
  const start = (part: string): Promise<ServerProcess> => startServerProcess({ DATABASE_URL: access.appUrl, DATABASE_OWNER_URL: access.ownerUrl, DATABASE_POOL: '5', TZ: 'UTC', ...clock.environment }, undefined, [part]);
  const startAll = async (): Promise<void> => void ([server, worker] = await Promise.all([start('start'), start('worker')]));
  const makeRegister = async (): Promise<void> => {
    const body = { collection: 'acme', reason: 'test', files: [{ path: 'domicile.yaml', content: manifest }] };
    const { digest } = await answer<{ digest: string }>('register/imports', body);
    await answer('register/imports', { ...body, expects: digest });
  };
  const make = (name: string, cron: string, timeZone: string): Promise<ScheduleView> => answer('schedules', { name, cron, timeZone, report: { template: 'board-brief' } });
  const runsOf = async ({ id }: ScheduleView): Promise<readonly RunView[]> => (await answer<RunPage>(`schedules/${id}/runs?limit=200`)).items;
  /** When the runs of a schedule were due, all of which have their report. */
  const reported = async (schedule: ScheduleView): Promise<readonly string[]> => {
    await until('the end of every run', async () => (await runsOf(schedule)).every(({ state }) => state !== 'waiting'));
    const runs = await runsOf(schedule);
    expect(runs.filter(({ state }) => state !== 'reported')).toEqual([]);
    expect(new Set(runs.map(({ report }) => report)).size).toBe(runs.length);
    return runs.map(({ dueAt }) => dueAt.replace(':00.000Z', '')).sort();
  };

  describe('on a machine that everything runs on', () => {
    let own: OwnDatabase;
    beforeAll(async () => {
      clock = fakedClock(folder, 'clock-of-machine');
      own = await startOwnDatabase(join(folder, 'data'), clock.environment);
      access = own.database;
      await openAsOwner();
    });
    afterAll(async () => {
      await owner.end();
      await own.stop();
    });

    /** Sets the clock seconds before a minute and lets it pass, also where it was that minute before. */
    const liveThrough = async (minute: string): Promise<void> => {
      clock.set(new Date(Date.parse(minute) - 3_000).toISOString());
      await owner.query("UPDATE job_ticks SET minute = '-infinity'");
      await until(`the tick of ${minute}`, async () => (await owner.query("SELECT 1 FROM job_ticks WHERE minute = $1 AND NOT EXISTS (SELECT FROM graphile_worker.jobs WHERE key = 'tick')", [minute])).rows.length > 0);
    };

    it('makes up once what was missed, repeats nothing that ran, and keeps local time when the clocks change', async () => {
      clock.set('2027-02-01T12:00:00Z');
      await startAll();
      await makeRegister();
      const [nightly, hourly] = [await make('Nightly', '30 2 * * *', 'Europe/Berlin'), await make('Hourly', '30 * * * *', 'UTC')];
      expect([nightly.next[0], hourly.next[0]]).toEqual(['2027-02-02T01:30:00.000Z', '2027-02-01T12:30:00.000Z']);
      const next = async (): Promise<string | undefined> => (await answer<ScheduleView>(`schedules/${nightly.id}`)).next[0];

      await liveThrough('2027-02-06T12:00:00Z');
      expect([await reported(nightly), await reported(hourly)]).toEqual([['2027-02-06T01:30'], ['2027-02-06T11:30']]);
      await liveThrough('2027-02-04T01:30:00Z');
      const early = ['2027-02-04T01:30', '2027-02-06T01:30'];
      expect([await reported(nightly), await reported(hourly)]).toEqual([early, ['2027-02-04T01:30', '2027-02-06T11:30']]);
      await liveThrough('2027-02-04T01:30:00Z');
      await liveThrough('2027-02-04T02:30:00Z');
      expect([await reported(nightly), await reported(hourly)]).toEqual([early, ['2027-02-04T01:30', '2027-02-04T02:30', '2027-02-06T11:30']]);

      await liveThrough('2027-03-28T01:00:00Z');
      const spring = [...early, '2027-03-27T01:30', '2027-03-28T01:00'];
      expect([await reported(nightly), await next()]).toEqual([spring, '2027-03-29T00:30:00.000Z']);
      await liveThrough('2027-03-28T01:30:00Z');
      expect([await reported(nightly), (await reported(hourly)).at(-1)]).toEqual([spring, '2027-03-28T01:30']);
      await liveThrough('2027-10-31T00:30:00Z');
      const autumn = [...spring, '2027-10-30T00:30', '2027-10-31T00:30'];
      expect([await reported(nightly), await next()]).toEqual([autumn, '2027-11-01T01:30:00.000Z']);
      await liveThrough('2027-10-31T01:30:00Z');
      expect([await reported(nightly), (await reported(hourly)).at(-1)]).toEqual([autumn, '2027-10-31T01:30']);
      expect((await verifyLog(calls, folder)).verdict).toEqual([0, '']);
    });

    it('loses no run that is under way, nor one whose process dies, when it is set ahead and back', async () => {
      clock.set('2027-12-01T12:00:00Z');
      await startAll();
      const schedule = await make('Now and then', '0 0 1 1 *', 'UTC');
      let asked = 0;
      /** A run that is caught at it; those that ended before are there as well. */
      const underWay = async (): Promise<RunView> => {
        for (;;) {
          const run = await answer<RunView>(`schedules/${schedule.id}/run`, {});
          asked++;
          for (;;) {
            const { rows } = await owner.query<{ state: string }>('SELECT state FROM jobs WHERE id = $1', [run.job]);
            if (rows[0]?.state === 'running') return run;
            if (rows[0]?.state !== 'waiting') break;
            await sleep(5);
          }
        }
      };
      await underWay();
      clock.set('2027-12-03T12:00:00Z');
      expect(await reported(schedule)).toHaveLength(asked);
      await underWay();
      clock.set('2027-12-01T18:00:00Z');
      expect(await reported(schedule)).toHaveLength(asked);

      const { job } = await underWay();
      await worker?.end('SIGKILL');
      const waiting = await answer<RunView>(`schedules/${schedule.id}/run`, {});
      clock.set('2027-11-30T12:00:00Z');
      worker = await start('worker');
      expect(await reported(schedule)).toHaveLength(asked + 1);
      expect([(await answer<{ attempts: number }>(`jobs/${job}`)).attempts, (await answer<{ attempts: number }>(`jobs/${waiting.job}`)).attempts]).toEqual([2, 1]);
      expect((await verifyLog(calls, folder)).verdict).toEqual([0, '']);
    });
  });

  describe('where it is not that of the database', () => {
    let database: TestDatabase;
    beforeAll(async () => {
      clock = fakedClock(folder, 'clock-of-processes');
      database = await createTestDatabase();
      access = database;
      await openAsOwner();
    });
    afterAll(async () => {
      await owner.end();
      await database.drop();
    });

    it('holds up no schedule: far ahead, or set back again', async () => {
      clock.set('2041-01-28T12:00:00Z');
      await startAll();
      await makeRegister();
      clock.set('2041-02-01T12:00:00Z');
      const schedule = await make('Every minute', '* * * * *', 'UTC');
      const ran = (day: string) => async (): Promise<boolean> => (await runsOf(schedule)).some(({ dueAt, state }) => dueAt.startsWith(day) && state === 'reported');
      await until('a run on 1 February', ran('2041-02-01'));
      expect(worker?.output()).toContain('the clock of this process is not that of the database');
      clock.set('2041-01-29T11:59:57Z');
      await until('a run on 29 January', async () => {
        await owner.query("UPDATE job_ticks SET minute = '-infinity'"); // The minutes of the database are not waited for.
        return ran('2041-01-29')();
      });
      const due = await reported(schedule);
      expect(new Set(due).size).toBe(due.length);
    });
  });
});
