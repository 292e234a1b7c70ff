import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { callsTo, crashDatabase, verifyLog } from './killed-processes.js';
import { startServerProcess, type ServerProcess } from './server-process.js';

/** Rounds of each kind; `DOMICILE_KILLS` asks for more, at moments by chance. */
const rounds = Number(process.env['DOMICILE_KILLS'] ?? 2);
const moments = [80, 400];

jest.setTimeout(120_000 + rounds * 120_000);

const manifest = `domicile: 1
organisation: { id: acme, name: Acme GmbH, seat: DE }
providers: [{ id: own, name: Acme IT, kind: own, country: DE }]
models: [{ id: bloom, name: BLOOM }]
deployments:
${Array.from({ length: 150 }, (_, index) => `  - { id: d${index}, name: Deployment ${index}, model: bloom, provider: own }\n`).join('')}`;

interface Job {
  readonly id: string;
  readonly state: string;
  readonly attempts: number;
  readonly result: { readonly location?: string; readonly digest: string; readonly address: string } | null;
}

describe('a job, whatever dies while it runs,', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jobs-kill-'));
  const settings = { DOMICILE_DATA: join(folder, 'data'), DOMICILE_CHECK_SECONDS: '120' };
  let server: ServerProcess;
  beforeAll(async () => {
    chmodSync(folder, 0o755); // The account of the database enters it.
    server = await startServerProcess(settings);
    const request = { collection: 'acme', reason: 'as found', files: [{ path: 'domicile.yaml', content: manifest }] };
    const { digest } = await answer<{ digest: string }>(call('register/imports', request));
    expect((await call('register/imports', { ...request, expects: digest })).status).toBe(201);
  });
  afterAll(async () => {
    await server.end('SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  });

  const calls = callsTo(() => server);
  const { call } = calls;
  const answer = async <Body>(asked: Promise<Response>): Promise<Body> => (await (await asked).json()) as Body;
  const audits = async (): Promise<number> => (await answer<{ total: number }>(call('audits?limit=1'))).total;
  const ended = async (id: string): Promise<Job> => {
    for (let waited = 0; waited < 100_000; waited += 200) {
      const job = await answer<Partial<Job>>(call(`jobs/${id}`)).catch(() => undefined);
      if (job?.state !== undefined && !['waiting', 'running'].includes(job.state)) return job as Job;
      await sleep(200);
    }
    throw new Error(`job ${id} does not end: ${server.output().slice(-2000)}`);
  };
  const moment = (round: number): number => moments[round] ?? Math.random() * 1_500;
  const expectOneEnd = async (id: string): Promise<void> => {
    const { verdict, text } = await verifyLog(calls, folder);
    expect(verdict).toEqual([0, '']);
    expect(text.split('\n').filter((line) => line.includes(`"job/${id}"`) && line.includes('"job.finish"'))).toHaveLength(1);
  };
  const killServer = async (): Promise<void> => {
    await server.end('SIGKILL');
    server = await startServerProcess(settings);
  };

  it.each([
    ['the server', killServer],
    ['the database', () => crashDatabase(settings.DOMICILE_DATA)],
  ])('ends once, and leaves one audit, when %s is killed', async (_what, kill) => {
    for (let round = 0; round < rounds; round++) {
      const before = await audits();
      const { id } = await answer<Job>(call('jobs', { kind: 'register-audit', input: {} }));
      await sleep(moment(round));
      await kill();
      const job = await ended(id);
      expect(job).toMatchObject({ state: 'done' });
      expect(await audits()).toBe(before + 1);
      expect((await call(String(job.result?.location).replace('/api/v1/', ''))).status).toBe(200);
      await expectOneEnd(id);
    }
  });

  it('prints the same report after the server was killed as before', async () => {
    const [audit] = (await answer<{ items: readonly { id: string }[] }>(call('audits?limit=1'))).items;
    const report = { kind: 'report', input: { audit: String(audit?.id), template: 'board-brief' } };
    const { result } = await ended((await answer<Job>(call('jobs', report))).id);
    for (let round = 0; round < rounds; round++) {
      const { id } = await answer<Job>(call('jobs', report));
      await sleep(moment(round));
      await killServer();
      const job = await ended(id);
      expect(job).toMatchObject({ state: 'done', result: { digest: result?.digest } });
      expect((await call(`jobs/${id}/result`)).headers.get('content-type')).toBe('application/pdf');
      await expectOneEnd(id);
    }
  });
});
