/** Starts servers and asks them, as the benchmarks of the server do. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
export const connections = 50;
const seconds = 5;
const rounds = 3;

export async function start(script, env) {
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
  return { url, pid: child.pid, milliseconds: performance.now() - started, stop };
}

/** `take` gets each piece of the answer; without it they are kept. */
export function ask(agent, url, { method = 'GET', body, headers = {} }, take) {
  return new Promise((resolve, reject) => {
    const asked = request(url, { agent, method, headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }) } }, (response) => {
      const chunks = [];
      response.on('data', take ?? ((chunk) => chunks.push(chunk))).on('end', () => resolve({ status: response.statusCode, headers: response.headers, text: () => Buffer.concat(chunks).toString() })).once('error', reject);
    });
    asked.once('error', reject);
    asked.end(body);
  });
}

/** Requests a second and the times in which half and ninety-nine in a hundred were answered, in milliseconds. */
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

export const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

/** A route under many connections beside a bare one, in turns. */
export async function beside(bare, [name, url, options, expected], print) {
  const measured = [];
  for (let round = 0; round < rounds; round++) {
    const plain = await load(`${bare.url}/bare`, { method: options.method, body: options.body }, options.method === 'POST' ? 201 : 200);
    measured.push({ plain, route: await load(url, options, expected) });
  }
  const of = (pick) => median(measured.map(pick));
  print(`${name}, ${connections} connections: p50 ${of(({ route }) => route.p50).toFixed(1)} ms, p99 ${of(({ route }) => route.p99).toFixed(1)} ms, ${of(({ route }) => route.perSecond).toFixed(0)}/s, ${of(({ plain, route }) => plain.perSecond / route.perSecond).toFixed(1)}× a bare Nest route (median of ${rounds} rounds)`);
}
