/** Start of the server, and its routes under fifty connections beside a bare Nest route in the same run. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const connections = 50;
const seconds = 5;
const rounds = 3;
const key = 'bench-key-0123456789-0123456789-0123456789';

async function start(script, env) {
  const started = performance.now();
  const child = spawn(process.execPath, [script], { cwd: root, env: { PATH: process.env.PATH, ...env }, stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await new Promise((resolve, reject) => {
    let text = '';
    child.stdout.on('data', (chunk) => {
      text += chunk;
      const found = /answers at (\S+)/.exec(text)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`${script} ended with ${code}: ${text}`)));
  });
  const stop = async () => {
    child.kill('SIGTERM');
    await once(child, 'exit');
  };
  return { url, milliseconds: performance.now() - started, stop };
}

function ask(agent, url, { method = 'GET', body, headers = {} }) {
  return new Promise((resolve, reject) => {
    const asked = request(url, { agent, method, headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }) } }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk)).on('end', () => resolve({ status: response.statusCode, headers: response.headers, text: () => Buffer.concat(chunks).toString() }));
    });
    asked.once('error', reject);
    asked.end(body);
  });
}

/** Requests a second and the times in between which half and ninety-nine in a hundred were answered, in milliseconds. */
async function load(url, options, expected) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times = [];
  const end = performance.now() + seconds * 1000;
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < end) {
        const asked = performance.now();
        const { status, text } = await ask(agent, url, options);
        if (status !== expected) throw new Error(`${url} answered ${status}: ${text()}`);
        times.push(performance.now() - asked);
      }
    }),
  );
  agent.destroy();
  times.sort((a, b) => a - b);
  return { perSecond: times.length / seconds, p50: times[Math.floor(times.length * 0.5)], p99: times[Math.floor(times.length * 0.99)] };
}

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

export default async function run(print) {
  const folder = mkdtempSync(join(tmpdir(), 'domicile-bench-'));
  chmodSync(folder, 0o755);
  const environment = { PORT: '0', LOG_LEVEL: 'warn', DOMICILE_API_KEY: key, DOMICILE_DATA: join(folder, 'data') };
  const main = join(root, 'dist/src/server/main.js');
  const first = await start(main, environment);
  await first.stop();
  const server = await start(main, environment);
  const bare = await start(join(import.meta.dirname, 'bare-nest-server.mjs'), {});
  try {
    print(`start with embedded PostgreSQL: ${first.milliseconds.toFixed(0)} ms on an empty folder, ${server.milliseconds.toFixed(0)} ms later`);
    const headers = { authorization: `Bearer ${key}` };
    const body = JSON.stringify({ files: [{ path: 'domicile.yaml', content: readFileSync(join(import.meta.dirname, 'one-deployment.domicile.yaml'), 'utf8') }] });
    const check = { method: 'POST', body, headers };
    const made = await ask(new Agent(), `${server.url}/api/v1/checks`, check);
    if (made.status !== 201) throw new Error(`the check answered ${made.status}: ${made.text()}`);
    const routes = [
      ['GET /health/live', `${server.url}/health/live`, {}, 200],
      ['GET /api/v1/audits/:id', `${server.url}/api/v1/audits/${made.headers['x-audit-id']}`, { headers }, 200],
      ['GET /api/v1/log?limit=50', `${server.url}/api/v1/log?limit=50`, { headers }, 200],
      ['POST /api/v1/checks', `${server.url}/api/v1/checks`, check, 201],
    ];
    for (const [name, url, options, expected] of routes) {
      const measured = [];
      for (let round = 0; round < rounds; round++) {
        const plain = await load(`${bare.url}/bare`, { method: options.method, body: options.body }, options.method === 'POST' ? 201 : 200);
        measured.push({ plain, route: await load(url, options, expected) });
      }
      const of = (pick) => median(measured.map(pick));
      print(`${name}, ${connections} connections: p50 ${of(({ route }) => route.p50).toFixed(1)} ms, p99 ${of(({ route }) => route.p99).toFixed(1)} ms, ${of(({ route }) => route.perSecond).toFixed(0)}/s, ${of(({ plain, route }) => plain.perSecond / route.perSecond).toFixed(1)}× a bare Nest route (median of ${rounds} rounds)`);
    }
  } finally {
    await Promise.all([server.stop(), bare.stop()]);
    rmSync(folder, { recursive: true, force: true });
  }
}
