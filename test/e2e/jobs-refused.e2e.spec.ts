import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type JobView } from '../../src/server/platform/jobs/job-view.js';
import { callsTo } from './killed-processes.js';
import { startServerProcess, type ServerProcess } from './server-process.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';

jest.setTimeout(180_000);

const manifest = 'domicile: 1\norganisation: { id: acme, name: Acme GmbH, seat: DE }\nmodels: [{ id: bloom, name: BLOOM }]\ndeployments: [{ id: one, name: One, model: bloom }]\n';
const refuse = `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'refused'; END $$;`;

describe('a server whose database refuses what the queue writes down', () => {
  let database: TestDatabase;
  let owner: pg.Client;
  let server: ServerProcess;
  const { answer } = callsTo(() => server);
  beforeAll(async () => {
    database = await createTestDatabase();
    owner = new pg.Client({ connectionString: database.ownerUrl });
    await owner.connect();
    server = await startServerProcess({ DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl });
    const body = { collection: 'acme', reason: 'test', files: [{ path: 'domicile.yaml', content: manifest }] };
    const { digest } = await answer<{ digest: string }>('register/imports', body);
    await answer('register/imports', { ...body, expects: digest });
    await owner.query(refuse);
  });
  afterAll(async () => {
    await server.end('SIGTERM');
    await owner.end();
    await database.drop();
  });

  const ask = (): Promise<JobView> => answer<JobView>('jobs', { kind: 'register-audit', input: {} });
  const until = async (what: string, holds: () => Promise<boolean> | boolean): Promise<void> => {
    for (let waited = 0; !(await holds()); waited += 100) {
      if (waited > 60_000) throw new Error(`${what} does not come about: ${server.output().slice(-2000)}`);
      await sleep(100);
    }
  };
  const isDone = async (id: string): Promise<boolean> => (await answer<JobView>(`jobs/${id}`)).state === 'done';

  it.each([
    ['that a job has ended', ['CREATE TRIGGER refused BEFORE DELETE ON graphile_worker._private_jobs FOR EACH ROW EXECUTE FUNCTION refuse()'], /Failed to complete jobs/],
    ['that one has failed', ["CREATE TRIGGER refused BEFORE UPDATE ON jobs FOR EACH ROW WHEN (NEW.state <> 'running') EXECUTE FUNCTION refuse()", 'CREATE TRIGGER refused BEFORE UPDATE OF last_error ON graphile_worker._private_jobs FOR EACH ROW EXECUTE FUNCTION refuse()'], /Failed to fail jobs/],
  ])('goes on, refused %s, and ends every job once it may', async (_what, triggers, said) => {
    for (const trigger of triggers) await owner.query(trigger);
    const { id } = await ask();
    await until('a refusal', () => said.test(server.output()));
    for (const trigger of triggers) await owner.query(`DROP TRIGGER refused ON ${/ ON (\S+)/.exec(trigger)?.[1]}`);
    await until('the end of the job', () => isDone(id));
    const next = await ask();
    await until('the end of another', () => isDone(next.id));
    await until('an empty queue', async () => (await owner.query("SELECT 1 FROM graphile_worker.jobs WHERE task_identifier = 'job'")).rows.length === 0);
  });

  it('does not wait for hours with what often failed before', async () => {
    await owner.query(`CREATE TRIGGER refused BEFORE UPDATE ON jobs FOR EACH ROW EXECUTE FUNCTION refuse()`);
    await owner.query('CREATE FUNCTION fail_often() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.attempts = 9; RETURN NEW; END $$;');
    await owner.query('CREATE TRIGGER often BEFORE INSERT ON graphile_worker._private_jobs FOR EACH ROW EXECUTE FUNCTION fail_often()');
    const { id } = await ask();
    const waits = async (): Promise<number | undefined> => (await owner.query<{ seconds: number }>("SELECT extract(epoch FROM run_at - now())::float8 AS seconds FROM graphile_worker.jobs WHERE key = $1 AND last_error IS NOT NULL AND locked_at IS NULL", [id])).rows[0]?.seconds;
    await until('a failure', async () => (await waits()) !== undefined);
    await until('a wait of seconds', async () => Number(await waits()) <= 20);
    await owner.query('DROP TRIGGER refused ON jobs');
    await until('the end of the job', () => isDone(id));
  });
});
