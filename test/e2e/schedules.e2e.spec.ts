import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import request from 'supertest';
import { ApiKeysService } from '../../src/server/access/api-keys.service.js';
import { UsersService } from '../../src/server/access/users.service.js';
import { type Permission } from '../../src/server/platform/authorization/permission.js';
import { type Principal } from '../../src/server/platform/authorization/principal.js';
import { Ticker } from '../../src/server/platform/jobs/ticker.js';
import { type RunPage, type RunView, type ScheduleView } from '../../src/server/schedules/schedule-shapes.js';
import { SchedulesService } from '../../src/server/schedules/schedules.service.js';
import { signInAs } from './browser.js';
import { startTestApp, type TestApp } from './test-app.js';

jest.setTimeout(120_000);

const manifest = (deployments: string): string => `domicile: 1\norganisation: { id: acme, name: Acme GmbH, seat: DE }\nproviders: [{ id: own, name: Acme IT, kind: own, country: DE }]\nmodels: [{ id: bloom, name: BLOOM }]\ndeployments: [${deployments}]\n`;
const one = '{ id: one, name: One, model: bloom, provider: own, purpose: translation }';
const weekly = { name: 'Monday', cron: '0 8 * * 1', timeZone: 'Europe/Berlin', report: { template: 'board-brief' } };
const nobody = '01990000-0000-7000-8000-000000000000';

describe('a schedule', () => {
  let test: TestApp;
  let self: Principal;
  beforeAll(async () => {
    test = await startTestApp();
    const found = await test.app.get(ApiKeysService).principalOf(test.key);
    if (found === undefined) throw new Error('the first key is nobody');
    self = found;
    await write(one);
  });
  afterEach(() => asOwner('DELETE FROM schedule_dues'));
  afterAll(async () => {
    await test.close();
  });

  const call = (method: 'get' | 'post' | 'put' | 'delete', path = '', key = test.key): request.Test => request(test.server)[method](`/api/v1/schedules${path}`).set('authorization', `Bearer ${key}`);
  const make = async (terms: object): Promise<ScheduleView> => (await call('post').send(terms).expect(201)).body as ScheduleView;
  const tickAt = async (time: string): Promise<void> => {
    test.clock.set(time);
    await test.app.get(Ticker).tick();
  };
  const runs = async ({ id }: ScheduleView): Promise<RunView[]> => ((await call('get', `/${id}/runs`).expect(200)).body as RunPage).items;
  const dueTimes = async (schedule: ScheduleView): Promise<string[]> => (await runs(schedule)).map(({ dueAt }) => dueAt).sort();
  const ended = async (schedule: ScheduleView): Promise<RunView[]> => {
    for (let waited = 0; waited < 60_000; waited += 100) {
      const all = await runs(schedule);
      if (all.every(({ state }) => state !== 'waiting')) return all;
      await sleep(100);
    }
    throw new Error('runs that do not end');
  };
  const write = async (deployments: string): Promise<void> => {
    const body = { collection: 'acme', reason: 'test', files: [{ path: 'domicile.yaml', content: manifest(deployments) }] };
    const send = (more: object): request.Test => request(test.server).post('/api/v1/register/imports').set('authorization', `Bearer ${test.key}`).send({ ...body, ...more });
    const { digest } = (await send({})).body as { digest: string };
    await send({ expects: digest }).expect(201);
  };
  const asOwner = async (sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> => {
    const owner = new pg.Client({ connectionString: test.database.ownerUrl });
    await owner.connect();
    const { rows } = await owner.query<Record<string, unknown>>(sql, values);
    await owner.end();
    return rows;
  };

  it('is made, read, changed under If-Match, listed, and ended with its runs kept', async () => {
    test.clock.set('2026-11-23T12:00:00Z');
    const made = await call('post').send(weekly).expect(201);
    const { id } = made.body as ScheduleView;
    expect([made.headers['etag'], made.headers['location']]).toEqual(['"1"', `/api/v1/schedules/${id}`]);
    expect(made.body).toMatchObject({ ...weekly, report: { template: 'board-brief', language: 'en' }, condition: 'always', enabled: true, audit: {}, createdBy: self.id, next: ['2026-11-30T07:00:00.000Z', '2026-12-07T07:00:00.000Z', '2026-12-14T07:00:00.000Z', '2026-12-21T07:00:00.000Z', '2026-12-28T07:00:00.000Z'] });
    expect((await call('put', `/${id}`).send(weekly)).status).toBe(428);
    expect((await call('put', `/${id}`).set('if-match', '"7"').send(weekly)).status).toBe(412);
    const paused = await call('put', `/${id}`).set('if-match', '"1"').send({ ...weekly, enabled: false }).expect(200);
    expect(paused.body).toMatchObject({ version: 2, enabled: false, next: [] });
    await tickAt('2026-12-08T00:00:00Z');
    expect(await runs(paused.body as ScheduleView)).toEqual([]);
    await call('post', `/${id}/run`).expect(202);
    await ended(paused.body as ScheduleView);
    expect(((await call('get').expect(200)).body as { items: ScheduleView[] }).items.map((schedule) => schedule.id)).toContain(id);
    expect((await call('delete', `/${id}`).set('if-match', '"1"')).status).toBe(412);
    await call('delete', `/${id}`).set('if-match', '"2"').expect(204);
    expect((await call('get', `/${id}`)).status).toBe(404);
    expect((await call('post', `/${id}/run`)).status).toBe(404);
    expect(await runs(paused.body as ScheduleView)).toMatchObject([{ why: 'asked', state: 'reported', askedBy: self.id }]);
    const logged = await asOwner('SELECT action FROM log_entries WHERE subject = $1 ORDER BY sequence', [`schedule/${id}`]);
    expect(logged.map(({ action }) => action)).toEqual(['schedule.create', 'schedule.change', 'schedule.run', 'schedule.end']);
  });

  it.each([
    ['four parts', { cron: '0 8 * *' }, '/cron'],
    ['seconds', { cron: '0 0 8 * * 1' }, '/cron'],
    ['a nickname', { cron: '@daily' }, '/cron'],
    ['a minute that is none', { cron: '60 8 * * 1' }, '/cron'],
    ['a day that never comes', { cron: '0 8 30 2 *' }, '/cron'],
    ['a zone that is none', { timeZone: 'Europe/Atlantis' }, '/timeZone'],
    ['an offset for a zone', { timeZone: '+02:00' }, '/timeZone'],
    ['a template that is none', { report: { template: 'novel' } }, '/report/template'],
    ['an instant to audit at', { audit: { asOf: '2026-01-01T00:00:00Z' } }, '/audit'],
    ['no name', { name: ' ' }, '/name'],
    ['an unknown field', { colour: 'red' }, ''],
  ])('with %s is refused by pointer', async (_what, wrong, pointer) => {
    const { status, body } = await call('post').send({ ...weekly, ...wrong });
    expect([status, JSON.stringify(body)]).toEqual([400, expect.stringContaining(pointer)]);
  });

  it('makes its report when it is due, as the system, and its PDF is the one of that audit', async () => {
    const schedule = await make(weekly);
    const at = schedule.next[0] ?? '';
    await tickAt(new Date(Date.parse(at) - 1).toISOString());
    expect(await runs(schedule)).toEqual([]);
    await tickAt(at);
    await tickAt(at);
    const [run, ...others] = await ended(schedule);
    expect([others, run]).toEqual([[], expect.objectContaining({ dueAt: at, why: 'due', askedBy: null, state: 'reported', note: null })]);
    const audits = await request(test.server).get(`/api/v1/audits/${run?.audit}/report.pdf?template=board-brief`).set('authorization', `Bearer ${test.key}`).buffer(true);
    const kept = await request(test.server).get(`/api/v1/jobs/${run?.job}/result`).set('authorization', `Bearer ${test.key}`).buffer(true);
    expect((kept.body as Buffer).equals(audits.body as Buffer)).toBe(true);
    expect((await request(test.server).get(`/api/v1/jobs/${run?.job}`).set('authorization', `Bearer ${test.key}`)).body).toMatchObject({ kind: 'scheduled-run', askedBy: { kind: 'system', id: schedule.id } });
  });

  it('makes up once what was missed, by the last time that was due, and goes on', async () => {
    test.clock.set('2027-01-01T00:00:00Z');
    const schedule = await make({ ...weekly, cron: '*/5 * * * *', timeZone: 'UTC' });
    await tickAt('2027-01-03T10:02:30Z');
    expect(await dueTimes(schedule)).toEqual(['2027-01-03T10:00:00.000Z']);
    await tickAt('2027-01-03T10:04:59Z');
    await tickAt('2027-01-03T10:05:00Z');
    expect(await dueTimes(schedule)).toEqual(['2027-01-03T10:00:00.000Z', '2027-01-03T10:05:00.000Z']);
    await ended(schedule);
  });

  it('runs once at a local time that is left out, and once at one that comes twice', async () => {
    test.clock.set('2027-03-27T12:00:00Z');
    const schedule = await make({ ...weekly, cron: '30 2 * * *' });
    for (let minute = Date.parse('2027-03-28T00:00:00Z'); minute < Date.parse('2027-03-28T04:00:00Z'); minute += 600_000) await tickAt(new Date(minute).toISOString());
    expect(await dueTimes(schedule)).toEqual(['2027-03-28T01:00:00.000Z']);
    await tickAt('2027-10-30T12:00:00Z');
    const before = (await runs(schedule)).length;
    for (let minute = Date.parse('2027-10-31T00:00:00Z'); minute < Date.parse('2027-10-31T04:00:00Z'); minute += 600_000) await tickAt(new Date(minute).toISOString());
    expect((await dueTimes(schedule)).slice(before)).toEqual(['2027-10-31T00:30:00.000Z']);
    await ended(schedule);
  });

  it('neither doubles nor stops when the clock is set back or ahead', async () => {
    test.clock.set('2028-01-01T00:00:00Z');
    const schedule = await make({ ...weekly, cron: '0 * * * *', timeZone: 'UTC' });
    await tickAt('2028-01-01T03:00:00Z');
    await tickAt('2028-01-01T01:30:00Z');
    for (const time of ['02:00', '02:30', '03:00', '03:01', '04:00']) await tickAt(`2028-01-01T${time}:00Z`);
    expect(await dueTimes(schedule)).toEqual(['02', '03', '04'].map((hour) => `2028-01-01T${hour}:00:00.000Z`));
    await tickAt('2038-01-01T00:00:00Z');
    await tickAt('2028-01-01T04:10:00Z');
    await tickAt('2028-01-01T05:00:00Z');
    expect(await dueTimes(schedule)).toEqual([...['02', '03', '04', '05'].map((hour) => `2028-01-01T${hour}:00:00.000Z`), '2038-01-01T00:00:00.000Z']);
    await ended(schedule);
  });

  it('has one run for one due time, however many ticks there are at once', async () => {
    test.clock.set('2028-02-01T00:00:00Z');
    const schedules = await Promise.all(Array.from({ length: 8 }, () => make({ ...weekly, cron: '0 * * * *', condition: 'changed' })));
    test.clock.set('2028-02-01T01:00:00Z');
    await Promise.all(Array.from({ length: 4 }, () => test.app.get(Ticker).tick()));
    for (const schedule of schedules) expect(await dueTimes(schedule)).toEqual(['2028-02-01T01:00:00.000Z']);
    for (const schedule of schedules) expect(await ended(schedule)).toMatchObject([{ state: 'reported' }]);
  });

  it('makes a report only where something changed, or only where the conclusion got worse', async () => {
    test.clock.set('2028-03-01T00:00:00Z');
    const changed = await make({ ...weekly, condition: 'changed' });
    const worse = await make({ ...weekly, condition: 'worse' });
    const runBoth = async (time: string): Promise<void> => {
      test.clock.set(time);
      for (const { id } of [changed, worse]) await call('post', `/${id}/run`).expect(202);
      await ended(changed);
      await ended(worse);
    };
    await runBoth('2028-03-01T01:00:00Z');
    await runBoth('2028-03-01T02:00:00Z');
    await write(`${one}, { id: two, name: Two, model: bloom, provider: own, purpose: search }`);
    await runBoth('2028-03-01T03:00:00Z');
    const outcome = async (schedule: ScheduleView): Promise<string[]> => (await runs(schedule)).map(({ state }) => state).reverse();
    expect(await outcome(changed)).toEqual(['reported', 'skipped', 'reported']);
    expect(await outcome(worse)).toEqual(['reported', 'skipped', 'skipped']);
    const [last, before] = await runs(worse);
    expect([last, before]).toEqual([expect.objectContaining({ report: null, audit: expect.any(String) as string, note: expect.stringContaining('is no worse than') as string }), expect.objectContaining({ state: 'skipped' })]);
    await asOwner("UPDATE schedule_runs SET conclusion = 'conforming' WHERE schedule_id = $1", [worse.id]);
    await runBoth('2028-03-01T04:00:00Z');
    expect((await outcome(worse)).at(-1)).toBe('reported');
  });

  it('says of a run that failed why, and goes on', async () => {
    test.clock.set('2028-04-01T00:00:00Z');
    const schedule = await make({ ...weekly, audit: { packs: ['no-such-pack'] } });
    await call('post', `/${schedule.id}/run`).expect(202);
    expect(await ended(schedule)).toMatchObject([{ state: 'failed', audit: null, note: expect.stringContaining('no-such-pack') as string }]);
    await call('put', `/${schedule.id}`).set('if-match', '"1"').send(weekly).expect(200);
    test.clock.set('2028-04-01T00:00:01Z');
    await call('post', `/${schedule.id}/run`).expect(202);
    expect((await ended(schedule))[0]).toMatchObject({ state: 'reported' });
  });

  it('goes on when whoever made it has left', async () => {
    test.clock.set('2028-05-01T00:00:00Z');
    const officer = await signInAs(test, 'officer@example.org', ['compliance-officer']);
    const schedule = (await officer.call('post', '/api/v1/schedules').send({ ...weekly, cron: '0 * * * *' }).expect(201)).body as ScheduleView;
    await test.app.get(UsersService).add(self, { email: 'other@example.org', name: 'x', roles: ['administrator'] });
    await test.app.get(UsersService).erase(self, officer.id);
    await tickAt('2028-05-01T01:00:00Z');
    expect(await ended(schedule)).toMatchObject([{ state: 'reported' }]);
  });

  it('is run by nobody else’s job, and not there for another organisation', async () => {
    const schedule = await make(weekly);
    const job = await request(test.server).post('/api/v1/jobs').set('authorization', `Bearer ${test.key}`).send({ kind: 'scheduled-run', input: { schedule: schedule.id, run: nobody } });
    expect(job.body).toMatchObject({ status: 400 });
    const stranger = { organisationId: nobody, kind: 'user', id: nobody, permissions: [] as Permission[] } as const;
    await expect(test.app.get(SchedulesService).read(stranger, schedule.id)).rejects.toMatchObject({ code: 'unknown-record' });
    await expect(test.app.get(SchedulesService).runNow(stranger, schedule.id)).rejects.toMatchObject({ code: 'unknown-record' });
    expect((await test.app.get(SchedulesService).list(stranger, { limit: 10 })).total).toBe(0);
  });

  it('of another organisation that cannot be served keeps none of ours from its turn', async () => {
    test.clock.set('2028-06-01T00:00:00Z');
    const broken = await make({ ...weekly, cron: '0 * * * *' });
    const fine = await make({ ...weekly, cron: '30 * * * *' });
    await asOwner(`UPDATE schedules SET terms = '{"enabled":true,"cron":"x","timeZone":"UTC"}' WHERE id = $1`, [broken.id]);
    await expect(tickAt('2028-06-01T01:00:00Z')).rejects.toThrow(AggregateError);
    expect(await dueTimes(fine)).toEqual(['2028-06-01T00:30:00.000Z']);
    await ended(fine);
  });
});
