import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type RunPage, type ScheduleView } from '../../src/server/schedules/schedule-shapes.js';
import { callsTo, verifyLog } from './killed-processes.js';
import { startServerProcess, type ServerProcess } from './server-process.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';

jest.setTimeout(300_000);

const library = spawnSync('faketime', ['-f', '+0', 'printenv', 'LD_PRELOAD'], { encoding: 'utf8' }).stdout?.trim() ?? '';
const manifest = 'domicile: 1\norganisation: { id: acme, name: Acme GmbH, seat: DE }\nproviders: [{ id: own, name: Acme IT, kind: own, country: DE }]\nmodels: [{ id: bloom, name: BLOOM }]\ndeployments: [{ id: one, name: One, model: bloom, provider: own, purpose: translation }]\n';
const day = 86_400_000;

describe('a server whose clock jumps', () => {
  if (library === '') {
    it('is tried only where faketime is installed', () => {
      console.warn('SKIPPED: clocks that jump for whole processes; install faketime');
      expect(process.env['CI'] ?? '').toBe('');
    });
    return;
  }

  const folder = mkdtempSync(join(tmpdir(), 'clock-jumps-'));
  let database: TestDatabase;
  let server: ServerProcess | undefined;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(async () => {
    await server?.end('SIGTERM');
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  const calls = callsTo(() => server ?? Promise.reject(new Error('no server')));
  const { answer } = calls;
  /** Ends the process and starts it with a clock that is off by so many seconds, as after a wrong setting of the machine. */
  const startAt = async (instant: Date): Promise<void> => {
    await server?.end('SIGTERM');
    const off = Math.round((instant.getTime() - Date.now()) / 1000);
    server = await startServerProcess({ DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl, DATABASE_POOL: '5', LD_PRELOAD: library, FAKETIME: `${off < 0 ? '' : '+'}${off}`, FAKETIME_DONT_FAKE_MONOTONIC: '1', TZ: 'UTC' });
  };
  const runs = async ({ id }: ScheduleView): Promise<RunPage['items']> => (await answer<RunPage>(`schedules/${id}/runs?limit=200`)).items;
  const settled = async (schedule: ScheduleView, count: number): Promise<readonly string[]> => {
    for (let waited = 0; waited < 150_000; waited += 500) {
      const all = await runs(schedule);
      if (all.length >= count && all.every(({ state }) => state !== 'waiting')) break;
      await sleep(500);
    }
    const all = await runs(schedule);
    expect(all.filter(({ state }) => state !== 'reported')).toEqual([]);
    return all.map(({ dueAt }) => dueAt).sort();
  };

  it('makes up what it missed once, goes on from the earlier time and does nothing twice when it is set back, and keeps local time over a change of clocks', async () => {
    const year = new Date().getUTCFullYear() + 1;
    const start = new Date(Date.UTC(year, 1, 1, 12, 0, 0));
    await startAt(start);
    const body = { collection: 'acme', reason: 'test', files: [{ path: 'domicile.yaml', content: manifest }] };
    const { digest } = await answer<{ digest: string }>('register/imports', body);
    await answer('register/imports', { ...body, expects: digest });
    const schedule = await answer<ScheduleView>('schedules', { name: 'Nightly', cron: '30 2 * * *', timeZone: 'Europe/Berlin', report: { template: 'board-brief' } });
    expect(schedule.next[0]).toBe(`${year}-02-02T01:30:00.000Z`);
    expect(await runs(schedule)).toEqual([]);

    await startAt(new Date(start.getTime() + 5 * day));
    const forward = [`${year}-02-06T01:30:00.000Z`];
    expect(await settled(schedule, 1)).toEqual(forward);

    await startAt(new Date(Date.UTC(year, 1, 4, 1, 28, 50)));
    const back = [`${year}-02-04T01:30:00.000Z`, ...forward];
    expect(await settled(schedule, 2)).toEqual(back);

    const lastSunday = new Date(Date.UTC(year, 2, 31));
    lastSunday.setUTCDate(31 - lastSunday.getUTCDay());
    await startAt(new Date(lastSunday.getTime() + 12 * 3_600_000));
    expect(await settled(schedule, 3)).toEqual([...back, lastSunday.toISOString().replace('T00:00', 'T01:00')]);
    const { next } = await answer<ScheduleView>(`schedules/${schedule.id}`);
    expect(next[0]).toBe(new Date(lastSunday.getTime() + day + 1_800_000).toISOString());
    expect((await verifyLog(calls, folder)).verdict).toEqual([0, '']);
  });
});
