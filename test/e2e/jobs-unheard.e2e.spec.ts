import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type JobView } from '../../src/server/platform/jobs/job-view.js';
import { callsTo } from './killed-processes.js';
import { startServerProcess, type ServerProcess } from './server-process.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';

jest.setTimeout(180_000);

const manifest = 'domicile: 1\norganisation: { id: acme, name: Acme GmbH, seat: DE }\nmodels: [{ id: bloom, name: BLOOM }]\ndeployments: [{ id: one, name: One, model: bloom }]\n';

/** The way to a database, which can be cut just when the answer to the taking of a job is under way. */
class CutWay {
  cuts = 0;
  private left = 0;
  private constructor(private readonly server: Server) {}

  static async to(address: URL): Promise<CutWay> {
    const server = createServer((near) => {
      const far = connect(Number(address.port), address.hostname);
      let takes = false;
      near.on('data', (chunk) => {
        if (chunk.includes('skip locked')) takes = true;
        far.write(chunk);
      });
      far.on('data', (chunk) => {
        if (takes && way.left > 0 && chunk.includes('"organisationId"')) {
          way.left--;
          way.cuts++;
          near.destroy();
          far.destroy();
        } else near.write(chunk);
      });
      for (const [one, other] of [[near, far], [far, near]] as const) one.on('error', () => undefined).on('close', () => other.destroy());
    });
    const way = new CutWay(server);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return way;
  }

  cutNext(times: number): void {
    this.left = times;
  }

  from(address: string): string {
    const url = new URL(address);
    url.hostname = '127.0.0.1';
    url.port = String((this.server.address() as AddressInfo).port);
    return url.href;
  }

  close(): void {
    this.server.close();
  }
}

describe('a server that is not told which job it has taken', () => {
  let database: TestDatabase;
  let way: CutWay;
  let server: ServerProcess;
  const { answer } = callsTo(() => server);
  beforeAll(async () => {
    database = await createTestDatabase();
    way = await CutWay.to(new URL(database.appUrl));
    server = await startServerProcess({ DATABASE_URL: way.from(database.appUrl), DATABASE_OWNER_URL: database.ownerUrl });
    const body = { collection: 'acme', reason: 'test', files: [{ path: 'domicile.yaml', content: manifest }] };
    const { digest } = await answer<{ digest: string }>('register/imports', body);
    await answer('register/imports', { ...body, expects: digest });
  });
  afterAll(async () => {
    await server.end('SIGTERM');
    way.close();
    await database.drop();
  });

  it('does it nevertheless, and those after it, while it lives', async () => {
    way.cutNext(2);
    const asked = [await answer<JobView>('jobs', { kind: 'register-audit', input: {} }), await answer<JobView>('jobs', { kind: 'register-audit', input: {} })];
    for (const { id } of asked) {
      for (let waited = 0; (await answer<JobView>(`jobs/${id}`)).state !== 'done'; waited += 100) {
        if (waited > 60_000) throw new Error(`a job is not done: ${server.output().slice(-2000)}`);
        await sleep(100);
      }
    }
    expect(way.cuts).toBe(2);
    const owner = new pg.Client({ connectionString: database.ownerUrl });
    await owner.connect();
    const { rows } = await owner.query("SELECT locked_by FROM graphile_worker.jobs WHERE task_identifier = 'job'");
    await owner.end();
    expect(rows).toEqual([]);
  });
});
