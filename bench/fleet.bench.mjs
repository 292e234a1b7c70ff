/** Audits of whole registers by a server, from the records in the database to the stored verdicts and findings: time and memory at three sizes, one process and two, and again after one provider has changed. */
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fleet, growTo } from './fleet/fill-register.mjs';
import { openRegister } from './register/open-register.mjs';
import { ask, start } from './server/ask-server.mjs';

const root = join(import.meta.dirname, '..');
const script = join(root, 'dist/src/server/main.js');
const most = Number(process.env.DOMICILE_BENCH_DEPLOYMENTS ?? 100_000);
const sizes = [1_000, 10_000, 100_000].filter((size) => size < most).concat(most);
const key = 'bench-key-0123456789-0123456789-0123456789';
const headers = { authorization: `Bearer ${key}` };
const ticks = 100;
/** Threads that judge, as on the machine of two cores that is asked for. */
const cores = 2;

/** Of the process, or of all PostgreSQL processes of this folder: processor seconds so far, and the largest memory of it alone in MiB. */
const cpuOf = (pid) => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) / ticks;
};
const peakOf = (pid) => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
const postgresCpu = () =>
  readdirSync('/proc').filter((name) => /^\d+$/.test(name)).reduce((sum, pid) => {
    try {
      if (!readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres')) return sum;
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
      return sum + (Number(fields[11]) + Number(fields[12]) + Number(fields[13]) + Number(fields[14])) / ticks;
    } catch {
      return sum;
    }
  }, 0);

async function call(server, agent, path, body) {
  const { status, text } = await ask(agent, `${server.url}/api/v1/${path}`, { headers, ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }) });
  if (status >= 300) throw new Error(`${path} answered ${status}: ${text().slice(0, 500)}`);
  return JSON.parse(text());
}

/** Asks for an audit as a job and waits for its end. */
async function audit(server, agent, input) {
  const started = performance.now();
  const { id } = await call(server, agent, 'jobs', { kind: 'register-audit', input });
  for (;;) {
    const job = await call(server, agent, `jobs/${id}`);
    if (job.state === 'done') return { seconds: (performance.now() - started) / 1000, job };
    if (job.state !== 'waiting' && job.state !== 'running') throw new Error(`the audit ended as ${JSON.stringify(job)}`);
    await sleep(50);
  }
}

async function measured(servers, deployments, agent, input = {}) {
  const before = servers.map(({ pid }) => cpuOf(pid));
  const postgres = postgresCpu();
  const { seconds, job } = await audit(servers[0], agent, input);
  const cpu = servers.reduce((sum, { pid }, index) => sum + cpuOf(pid) - before[index], 0);
  const database = postgresCpu() - postgres;
  return { seconds, job, cpu, database, perDeployment: ((cpu + database) / deployments) * 1000 };
}

export default async function run(print) {
  const folder = mkdtempSync(join(tmpdir(), 'domicile-bench-'));
  chmodSync(folder, 0o755);
  const register = await openRegister(join(folder, 'data'));
  const agent = new Agent({ keepAlive: true });
  const from = async (more = {}, command = script) => start(command, { PORT: '0', LOG_LEVEL: 'warn', DOMICILE_API_KEY: key, DATABASE_URL: register.appUrl, DATABASE_OWNER_URL: register.ownerUrl, DOMICILE_EXAMPLE: 'no', ...more });
  try {
    const parts = await fleet();
    let have = 0;
    const costs = [];
    for (const size of sizes) {
      await growTo(register, parts, size, have);
      have = size;
      await register.owner.query('VACUUM ANALYZE register_records');
      const server = await from({ DOMICILE_CHECK_WORKERS: String(cores) });
      try {
        const { seconds, cpu, database, perDeployment } = await measured([server], size, agent);
        const { items } = await call(server, agent, 'audits?limit=1');
        const { pass, fail, unknown, error } = items[0].counts;
        costs.push(perDeployment);
        print(`audit of ${size} deployments by ${cores} threads, ${pass + fail + unknown + error + items[0].counts['not-applicable']} verdicts, ${fail + unknown + error} findings stored: ${seconds.toFixed(1)} s (processor: server ${cpu.toFixed(1)} s, PostgreSQL ${database.toFixed(1)} s; ${perDeployment.toFixed(2)} ms a deployment), memory of the server at most ${peakOf(server.pid).toFixed(0)} MiB`);
        const again = await measured([server], size, agent);
        print(`the same again, every finding known: ${again.seconds.toFixed(1)} s`);
      } finally {
        await server.stop();
      }
    }
    print(`cost of a deployment at ${sizes.at(-1)} beside ${sizes[0]}: ${(costs.at(-1) / costs[0]).toFixed(2)} (at most 1.3); asked of ${most}: under 60 s on two cores, under 1024 MiB`);
    await withWorkers(from, agent, print);
    await afterOneChange(register, from, agent, print);
  } finally {
    agent.destroy();
    await register.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One thread in each process, so that a second process is what a second machine would be. */
async function withWorkers(from, agent, print) {
  const of = [];
  for (const count of [1, 2]) {
    const servers = [];
    try {
      for (let index = 0; index < count; index++) servers.push(await from({ DOMICILE_CHECK_WORKERS: '1' }));
      await sleep(2_500);
      of.push(await measured(servers, most, agent));
    } finally {
      await Promise.all(servers.map((server) => server.stop()));
    }
  }
  const [one, two] = of;
  print(`audit by one process of one thread ${one.seconds.toFixed(1)} s, by two ${two.seconds.toFixed(1)} s: ${(one.seconds / two.seconds).toFixed(2)}× in time (at least 1.3), ${(two.perDeployment / one.perDeployment).toFixed(2)}× in processor time a deployment (at most 1.15)`);
}

/** One provider upon whom some deployments hang. */
async function afterOneChange(register, from, agent, print) {
  const server = await from({ DOMICILE_CHECK_WORKERS: String(cores) });
  try {
    await audit(server, agent, {});
    const { items } = await call(server, agent, 'register/records?kind=provider&search=openai');
    const record = await ask(agent, `${server.url}/api/v1/register/records/provider/${items[0].id}`, { headers });
    const { value } = JSON.parse(record.text());
    const changed = await ask(agent, `${server.url}/api/v1/register/records/provider/${items[0].id}`, { method: 'PUT', headers: { ...headers, 'if-match': record.headers.etag }, body: JSON.stringify({ reason: 'bench', value: { ...value, contract: { ...value.contract, retentionDays: 31 } } }) });
    if (changed.status >= 300) throw new Error(`the change answered ${changed.status}: ${changed.text()}`);
    const asked = performance.now();
    const affected = await call(server, agent, 'audits/affected');
    const looked = (performance.now() - asked) / 1000;
    const { seconds } = await audit(server, agent, { of: 'affected' });
    print(`after one provider has changed: ${affected.total} subjects affected, found in ${looked.toFixed(2)} s, judged again and stored in ${seconds.toFixed(2)} s`);
  } finally {
    await server.stop();
  }
}
