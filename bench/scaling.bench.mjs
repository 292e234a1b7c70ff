/** What more processes on one database give, and what a deployment and an audit take up in it. The machine's own cores are shared by all of it, the one that asks included. */
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import pg from 'pg';

const root = join(import.meta.dirname, '..');
const load = (file) => import(pathToFileURL(join(root, 'dist/src/server', file)).href);
const key = 'bench-key-0123456789-0123456789-0123456789';
const seconds = Number(process.env.DOMICILE_BENCH_SECONDS ?? 4);
const replicas = [1, 2, 3];
const jobs = 24;
const sizes = [500, 1000, 2000];

export default async function run(print) {
  const folder = mkdtempSync(join(tmpdir(), 'domicile-bench-'));
  chmodSync(folder, 0o755);
  const { startEmbeddedPostgres } = await load('platform/database/embedded/start-embedded-postgres.js');
  const postgres = await startEmbeddedPostgres({ folder: join(folder, 'data') });
  const url = postgres.url('postgres');
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  const settings = { DATABASE_URL: url, DATABASE_OWNER_URL: url, DOMICILE_API_KEY: key, DOMICILE_EXAMPLE: 'no', LOG_LEVEL: 'warn', PORT: '0', DOMICILE_JOBS: '1', DOMICILE_CHECK_SECONDS: '120' };
  try {
    const first = await start(settings, 'start');
    let before = await size(owner);
    for (const [at, count] of sizes.entries()) {
      await importing(first.url, `part-${at}`, count);
      const after = await size(owner);
      print(`${count} deployments more: ${((after - before) / count / 1024).toFixed(1)} kB each`);
      before = after;
    }
    await ask(first.url, 'audits', {});
    const all = sizes.reduce((sum, each) => sum + each, 0);
    print(`an audit of all ${all}: ${((await size(owner)) - before) / 1024 < 1 ? 0 : (((await size(owner)) - before) / 1024 / 1024).toFixed(2)} MB`);
    let one;
    for (const count of replicas) {
      const others = await Promise.all(Array.from({ length: count - 1 }, () => start(settings, 'start')));
      const perSecond = await requests([first, ...others].map((server) => server.url));
      one ??= perSecond;
      print(`${count} API processes: ${perSecond.toFixed(0)} requests/s, ${(perSecond / one).toFixed(2)} of one`);
      await Promise.all(others.map((server) => server.stop()));
    }
    one = undefined;
    for (const count of replicas) {
      const workers = await Promise.all(Array.from({ length: count }, () => start(settings, 'worker')));
      const begun = performance.now();
      for (let job = 0; job < jobs; job++) await ask(first.url, 'jobs', { kind: 'register-audit', input: { only: [`deployment/part-0-${job}`] } });
      while ((await owner.query("SELECT count(*)::int AS left FROM jobs WHERE state IN ('waiting', 'running')")).rows[0].left > 0) await sleep(50);
      const perSecond = (jobs / (performance.now() - begun)) * 1000;
      one ??= perSecond;
      print(`${count} workers: ${perSecond.toFixed(2)} audits of one deployment a second, ${(perSecond / one).toFixed(2)} of one`);
      await Promise.all(workers.map((worker) => worker.stop()));
    }
    await first.stop();
  } finally {
    await owner.end();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function start(settings, word) {
  const child = spawn(process.execPath, [join(root, 'dist/src/server/main.js'), word], { env: { PATH: process.env.PATH, ...settings }, stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  const url = await new Promise((found, failed) => {
    child.stdout.on('data', (chunk) => {
      text += chunk;
      const address = /(?:Domicile answers at |health told at )(\S+?)(?:\/health\/ready\))?\s/.exec(text)?.[1];
      if (address !== undefined) found(address);
    });
    child.once('exit', (code) => failed(new Error(`it ended with ${code}: ${text}`)));
  });
  return { url, stop: () => new Promise((ended) => (child.once('exit', ended), child.kill('SIGTERM'))) };
}

async function ask(url, path, body) {
  const response = await fetch(`${url}/api/v1/${path}`, { headers: { authorization: `Bearer ${key}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) }, ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }) });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response.text();
}

async function importing(url, name, count) {
  const content = `domicile: 1\norganisation: { id: acme, name: Acme GmbH, seat: DE }\nproviders: [{ id: own, name: Acme IT, kind: own, country: DE }]\nmodels: [{ id: bloom, name: BLOOM }]\ndeployments:\n${Array.from({ length: count }, (_, at) => `  - { id: ${name}-${at}, name: Deployment ${at}, model: bloom, provider: own, purpose: translation }\n`).join('')}`;
  const body = { collection: name, reason: 'measured', files: [{ path: 'domicile.yaml', content }] };
  const { digest } = JSON.parse(await ask(url, 'register/imports', body));
  await ask(url, 'register/imports', { ...body, expects: digest });
}

/** Bytes of tables and indexes, after what is no longer needed was let go. */
async function size(owner) {
  await owner.query('VACUUM');
  return Number((await owner.query('SELECT pg_database_size(current_database()) AS size')).rows[0].size);
}

async function requests(urls) {
  let answered = 0;
  const end = performance.now() + seconds * 1000;
  const asking = async (url) => {
    while (performance.now() < end) {
      await ask(url, 'register/records?kind=deployment&limit=50');
      answered++;
    }
  };
  await Promise.all(Array.from({ length: 24 }, (_, at) => asking(urls[at % urls.length])));
  return answered / seconds;
}
