import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type DeliveryPage } from '../../src/server/deliveries/delivery-shapes.js';
import { type RunPage, type RunView, type ScheduleView } from '../../src/server/schedules/schedule-shapes.js';
import { startMailServer, type MailServer } from './delivery-receivers.js';
import { callsTo, crashDatabase, verifyLog } from './killed-processes.js';
import { startOwnDatabase, type OwnDatabase } from './own-database.js';
import { startServerProcess, testKey, type ServerProcess } from './server-process.js';
import { type TestDatabase } from './test-database.js';

/** `DOMICILE_KILLS` asks for more; some three seconds each on a quiet machine. */
const kills = Number(process.env['DOMICILE_KILLS'] ?? 20);

jest.setTimeout(300_000 + kills * 30_000);

const manifest = 'domicile: 1\norganisation: { id: acme, name: Acme GmbH, seat: DE }\nproviders: [{ id: own, name: Acme IT, kind: own, country: DE }]\nmodels: [{ id: bloom, name: BLOOM }]\ndeployments: [{ id: one, name: One, model: bloom, provider: own, purpose: translation }]\n';
const parts = ['start', 'worker', 'worker'] as const;

/** After how many kills of a server or worker the database is killed as well. */
const crashEvery = 7;

describe('schedules on a server and two workers, killed one after another and the database with them', () => {
  const folder = mkdtempSync(join(tmpdir(), 'schedules-kill-'));
  let own: OwnDatabase;
  let database: TestDatabase;
  let mail: MailServer;
  let settings: Readonly<Record<string, string>>;
  let processes: Promise<ServerProcess>[] = [];
  beforeAll(async () => {
    chmodSync(folder, 0o755); // The account of the database enters it.
    own = await startOwnDatabase(join(folder, 'data'));
    database = own.database;
    mail = await startMailServer();
    writeFileSync(join(folder, 'delivery.yaml'), `email: { host: 127.0.0.1, port: ${mail.port}, security: none, from: a@acme.example, domains: [board.example] }\n`);
    settings = { DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl, DATABASE_POOL: '5', DOMICILE_DELIVERY: join(folder, 'delivery.yaml'), DOMICILE_JOBS: '2' };
    processes = parts.map((part) => startServerProcess(settings, undefined, [part]));
    await Promise.all(processes);
  });
  afterAll(async () => {
    for (const started of processes) await (await started).end('SIGTERM');
    await mail.close();
    await own.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const calls = callsTo(() => processes[0] ?? Promise.reject(new Error('no server')));
  const { answer: call } = calls;
  const asOwner = async <Row extends pg.QueryResultRow>(sql: string): Promise<Row[]> => {
    const owner = new pg.Client({ connectionString: database.ownerUrl });
    await owner.connect();
    const { rows } = await owner.query<Row>(sql);
    await owner.end();
    return rows;
  };
  /** As whatever watches over processes does: one that cannot start while the database recovers is started again. */
  const startAgain = async (part: string, attempt = 1): Promise<ServerProcess> => {
    try {
      return await startServerProcess(settings, undefined, [part]);
    } catch (error) {
      if (attempt === 20) throw error;
      await sleep(500);
      return startAgain(part, attempt + 1);
    }
  };
  /** Else another minute would make runs while those of before are counted. */
  const pause = async (schedules: readonly ScheduleView[]): Promise<void> => {
    const { url } = await (processes[0] ?? Promise.reject(new Error('no server')));
    for (const { id, name, cron, report, recipients } of schedules) {
      const paused = await fetch(`${url}/api/v1/schedules/${id}`, { method: 'PUT', headers: { authorization: `Bearer ${testKey}`, 'content-type': 'application/json', 'if-match': '"1"' }, body: JSON.stringify({ name, cron, report, recipients, enabled: false }) });
      expect(paused.status).toBe(200);
    }
  };
  const runsOf = async ({ id }: ScheduleView): Promise<readonly RunView[]> => {
    const runs: RunView[] = [];
    for (let after = ''; ; ) {
      const page: RunPage = await call(`schedules/${id}/runs?limit=200${after}`);
      runs.push(...page.items);
      if (page.next === null) return runs;
      after = `&after=${page.next}`;
    }
  };

  it('make every report once and send every mail under one id', async () => {
    const body = { collection: 'acme', reason: 'test', files: [{ path: 'domicile.yaml', content: manifest }] };
    const { digest } = await call<{ digest: string }>('register/imports', body);
    await call('register/imports', { ...body, expects: digest });
    const schedules = await Promise.all(Array.from({ length: 2 }, (_, at) => call<ScheduleView>('schedules', { name: `Report ${at}`, cron: '* * * * *', report: { template: 'board-brief' }, recipients: [{ kind: 'email', address: `r${at}@board.example` }] })));
    const asked = new Set<string>();
    let crashes = 0;
    for (let kill = 0; kill < kills; kill++) {
      const victim = Math.floor(Math.random() * parts.length);
      const running = await (processes[victim] ?? Promise.reject(new Error('no process')));
      const asking = schedules.map(({ id }) => call<RunView>(`schedules/${id}/run`, {}).then((run) => asked.add(run.id), () => undefined));
      await sleep(Math.random() * 1_000);
      await running.end('SIGKILL');
      if (kill % crashEvery === crashEvery - 1) {
        await crashDatabase(folder);
        crashes++;
      }
      processes[victim] = startAgain(parts[victim] ?? 'worker');
      await Promise.all(asking);
    }
    await Promise.all(processes);
    await pause(schedules);
    const left = (): Promise<pg.QueryResultRow[]> => asOwner('SELECT j.*, now(), (SELECT array_agg(w) FROM job_workers w) AS workers FROM graphile_worker.jobs j');
    for (let waited = 0; waited < 180_000 && (await left()).length > 0; waited += 500) await sleep(500);
    expect(await left()).toEqual([]);
    const runs = (await Promise.all(schedules.map(runsOf))).flat();
    expect(runs.filter(({ state }) => state !== 'reported')).toEqual([]);
    expect([...asked].filter((id) => !runs.some((run) => run.id === id))).toEqual([]);
    for (const schedule of schedules) {
      const minutes = runs.filter((run) => run.schedule === schedule.id && run.why === 'due').map(({ dueAt }) => Date.parse(dueAt) / 60_000).sort((a, b) => a - b);
      expect(minutes).toEqual(minutes.map((_, at) => (minutes[0] ?? 0) + at));
    }
    for (const made of ['audit', 'report'] as const) expect(new Set(runs.map((run) => run[made])).size).toBe(runs.length);
    const audits = await call<{ total: number }>('audits?limit=1');
    expect(audits.total).toBe(runs.length);
    for (const { id } of runs) {
      const { items, total } = await call<DeliveryPage>(`deliveries?origin=schedule-run/${id}`);
      const mails = mail.mails.filter(({ messageId }) => messageId === `<${items[0]?.id}@acme.example>`);
      const [delivered, ...again] = items[0]?.attempts.filter(({ outcome }) => outcome === 'delivered') ?? [];
      expect([total, items[0]?.state, again, mails.length > 0]).toEqual([1, 'delivered', [], true]);
      // One whose success was written down is not sent again.
      expect(mails.filter(({ takenAt }) => takenAt.getTime() > Date.parse(delivered?.at ?? ''))).toEqual([]);
    }
    expect(new Set(mail.mails.map(({ messageId }) => messageId)).size).toBe(runs.length);
    expect(asked.size).toBeGreaterThan(kills / 2);
    const { verdict, text } = await verifyLog(calls, folder);
    expect(verdict).toEqual([0, '']);
    const due = runs.filter(({ why }) => why === 'due').length;
    console.info(`${kills} kills of a server or a worker and ${crashes} of the database: ${due} runs that were due and ${runs.length - due} that were asked for, each with one audit and one report; ${mail.mails.length} mails under ${runs.length} ids, ${mail.mails.length - runs.length} of them again before their success was written down; log of ${text.trimEnd().split('\n').length} lines verified`);
  });
});
