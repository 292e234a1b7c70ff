/** A register of a hundred thousand deployments with flows: written and read beside raw COPY of the same rows in the same run, then listed, searched and exported by the server. */
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import { clearInterval, setInterval } from 'node:timers';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { deploymentTables } from './register/deployment-tables.mjs';
import { actor, openRegister, organisation } from './register/open-register.mjs';
import { ask, beside, median, start } from './server/ask-server.mjs';

const root = join(import.meta.dirname, '..');
const deployments = Number(process.env.DOMICILE_BENCH_DEPLOYMENTS ?? 100_000);
const atOnce = Math.min(deployments, 5_000);
const rounds = 3;
const key = 'bench-key-0123456789-0123456789-0123456789';

const timed = async (work) => {
  const started = performance.now();
  const result = await work();
  return { result, milliseconds: performance.now() - started };
};
const residentMiB = (pid) => {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
  } catch {
    return Number.NaN;
  }
};

/** Runs work while the memory of a process is watched. */
async function watched(pid, work) {
  let peak = residentMiB(pid);
  const timer = setInterval(() => (peak = Math.max(peak, residentMiB(pid))), 50);
  const measured = await timed(work).finally(() => clearInterval(timer));
  return { ...measured, peak };
}

async function imported({ owner, scope, store }, print) {
  const { gatherSources } = await import(join(root, 'dist/src/importers/gather-sources.js'));
  const { takeApart } = await import(join(root, 'dist/src/core/register/take-apart.js'));
  const { planChanges } = await import(join(root, 'dist/src/core/register/plan-changes.js'));
  await owner.query(`
    CREATE TABLE copied_records (LIKE register_records INCLUDING ALL);
    ALTER TABLE copied_records ADD FOREIGN KEY (organisation_id) REFERENCES organisations (id), ADD FOREIGN KEY (organisation_id, revision) REFERENCES register_revisions (organisation_id, revision)`);
  const { rows: columns } = await owner.query("SELECT string_agg(attname, ', ' ORDER BY attnum) AS names FROM pg_attribute WHERE attrelid = 'register_records'::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''");
  const names = columns[0].names;
  const sum = { parse: 0, plan: 0, write: 0, copy: 0, records: 0, bytes: 0 };
  for (let first = 0; first < deployments; first += atOnce) {
    const collection = `unit-${first / atOnce}`;
    const files = deploymentTables(collection, first, atOnce);
    const parse = await timed(() => gatherSources(files));
    if (parse.result.problems.length > 0) throw new Error(`the tables cannot be read: ${JSON.stringify(parse.result.problems[0])}`);
    const plan = await timed(() => planChanges(new Map(), () => true, takeApart(parse.result.imported.fragments).records));
    let revision;
    const write = await timed(() =>
      scope.run(organisation, async (manager) => {
        revision = await store.nextRevision(manager, organisation);
        await store.write(manager, actor, revision, plan.result, 'bench', { collection });
      }),
    );
    const rows = await owner.query(copyTo(`COPY (SELECT ${names} FROM register_records WHERE revision = ${revision}) TO STDOUT`)).toArray();
    const copy = await timed(async () => {
      await owner.query('BEGIN');
      await pipeline(Readable.from(rows), owner.query(copyFrom(`COPY copied_records (${names}) FROM STDIN`)));
      await owner.query('COMMIT');
    });
    sum.parse += parse.milliseconds;
    sum.plan += plan.milliseconds;
    sum.write += write.milliseconds;
    sum.copy += copy.milliseconds;
    sum.records += plan.result.changes.length;
    sum.bytes += rows.reduce((length, chunk) => length + chunk.length, 0);
  }
  const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(1)} s`;
  const whole = sum.parse + sum.plan + sum.write;
  print(`import of ${deployments} deployments with flows (${sum.records} records, ${(sum.bytes / 2 ** 20).toFixed(0)} MiB, ${deployments / atOnce} imports): written in ${seconds(sum.write)}, ${(sum.write / sum.copy).toFixed(2)}× COPY of the same rows into an equal table (${seconds(sum.copy)}; at most 4)`);
  print(`the whole import: ${seconds(whole)} (parse ${seconds(sum.parse)}, plan ${seconds(sum.plan)}, write ${seconds(sum.write)})`);
  await owner.query('DROP TABLE copied_records');
}

async function snapshot({ owner, scope, store }, print) {
  const revision = await scope.run(organisation, (manager) => store.revision(manager, organisation));
  const measured = [];
  for (let round = 0; round < rounds; round++) {
    const copy = await timed(() => finished(owner.query(copyTo(`COPY (SELECT kind, key, statements FROM register_records WHERE organisation_id = '${organisation}' AND revision <= ${revision} AND (ended_by IS NULL OR ended_by > ${revision}) AND change <> 'retired' ORDER BY kind, key) TO STDOUT`)).resume()));
    globalThis.gc?.();
    const read = await watched(process.pid, () =>
      scope.run(organisation, async (manager) => {
        let records = 0;
        for await (const part of store.recordsAt(manager, organisation, revision)) records += part.length;
        return records;
      }),
    );
    measured.push({ copy, read });
  }
  const of = (pick) => median(measured.map(pick));
  print(`snapshot of ${measured[0].read.result} records read in ${of(({ read }) => read.milliseconds / 1000).toFixed(1)} s, ${of(({ copy, read }) => read.milliseconds / copy.milliseconds).toFixed(2)}× COPY TO of the same rows (median of ${rounds} rounds; at most 3), memory at most ${of(({ read }) => read.peak).toFixed(0)} MiB`);
}

async function lists(server, headers, print) {
  const agent = new Agent({ keepAlive: true });
  const get = async (query) => JSON.parse((await ask(agent, `${server.url}/api/v1/register/records?${query}`, { headers })).text());
  let { next } = await get('kind=deployment&limit=1000');
  for (let page = 1; page < Math.min(50, deployments / 1000 - 1); page++) ({ next } = await get(`kind=deployment&limit=1000&after=${encodeURIComponent(next)}`));
  const queries = [
    ['first page', 'kind=deployment'],
    ['first page of all kinds', ''],
    ['page in the middle', `kind=deployment&after=${encodeURIComponent(next)}`],
    ['text search, few fit', 'kind=deployment&search=service%20777'],
    ['text search, all fit', 'kind=deployment&search=service&sort=-name'],
    ['by name', 'kind=deployment&sort=name'],
    ['by change, newest first', 'kind=deployment&sort=-changed'],
    ['where place.country=FR', 'kind=deployment&where=place.country%3DFR'],
    ['disputed', 'disputed=yes'],
  ];
  for (const [name, query] of queries) {
    const times = [];
    let total;
    for (let round = 0; round < 7; round++) {
      const { result, milliseconds } = await timed(() => get(query));
      if (result.items === undefined) throw new Error(`the list answered ${JSON.stringify(result)}`);
      total = result.total;
      times.push(milliseconds);
    }
    print(`list, ${name}: ${median(times).toFixed(0)} ms, ${times[0].toFixed(0)} ms when its total of ${total} is first counted (median of ${times.length}; under 300)`);
  }
  agent.destroy();
}

async function exported(server, headers, print) {
  let bytes = 0;
  const before = residentMiB(server.pid);
  const { milliseconds, peak } = await watched(server.pid, () => ask(new Agent(), `${server.url}/api/v1/register/export?kind=deployment`, { headers }, (chunk) => (bytes += chunk.length)));
  print(`export of ${deployments} deployments as CSV: ${(bytes / 2 ** 20).toFixed(0)} MiB in ${(milliseconds / 1000).toFixed(1)} s, memory of the server ${before.toFixed(0)} MiB before and ${peak.toFixed(0)} MiB at most`);
}

export default async function run(print) {
  const folder = mkdtempSync(join(tmpdir(), 'domicile-bench-'));
  chmodSync(folder, 0o755);
  const data = join(folder, 'data');
  try {
    const register = await openRegister(data);
    try {
      await imported(register, print);
      await snapshot(register, print);
      // What autovacuum does within a minute.
      await register.owner.query('VACUUM ANALYZE register_records');
    } finally {
      await register.close();
    }
    const server = await start(join(root, 'dist/src/server/main.js'), { PORT: '0', LOG_LEVEL: 'warn', DOMICILE_API_KEY: key, DOMICILE_DATA: data, DOMICILE_EXAMPLE: 'no' });
    const bare = await start(join(import.meta.dirname, 'bare-nest-server.mjs'), {});
    try {
      const headers = { authorization: `Bearer ${key}` };
      await exported(server, headers, print);
      await lists(server, headers, print);
      for (const query of ['kind=deployment&limit=50', 'kind=deployment&limit=50&sort=name']) await beside(bare, [`GET /api/v1/register/records?${query}`, `${server.url}/api/v1/register/records?${query}`, { headers }, 200], print);
    } finally {
      await Promise.all([server.stop(), bare.stop()]);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
