import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { postmastersOf, testKey, type ServerProcess } from './server-process.js';

export interface Calls {
  readonly call: (path: string, body?: object) => Promise<Response>;
  /** @throws Error with what was answered where that is a problem */
  readonly answer: <T>(path: string, body?: object) => Promise<T>;
}

/** Requests, with the key of tests, to a server that may be another each time it is asked. */
export function callsTo(server: () => ServerProcess | Promise<ServerProcess>): Calls {
  const call = async (path: string, body?: object): Promise<Response> => {
    const { url } = await server();
    return fetch(`${url}/api/v1/${path}`, { headers: { authorization: `Bearer ${testKey}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) }, ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }) });
  };
  const answer = async <T>(path: string, body?: object): Promise<T> => {
    const response = await call(path, body);
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  };
  return { call, answer };
}

/** What `domicile log verify` says of the whole log of a server, and the log itself. */
export async function verifyLog({ call }: Calls, folder: string): Promise<{ readonly verdict: readonly [number | null, string]; readonly text: string }> {
  const file = join(folder, 'log.ndjson');
  const text = await (await call('log/export')).text();
  writeFileSync(file, text);
  const { status, stderr } = spawnSync(process.execPath, [resolve('dist/domicile.cjs'), 'log', 'verify', file], { encoding: 'utf8' });
  return { verdict: [status, stderr], text };
}

/** Kills one of the processes that a PostgreSQL below a folder serves connections with, as soon as there is one: it ends every connection, recovers from its log and takes connections again. */
export async function crashDatabase(folder: string): Promise<void> {
  for (let waited = 0; waited < 60_000; waited += 50) {
    const [postmaster] = postmastersOf(folder);
    const backend = readdirSync('/proc').find((name) => /^\d+$/.test(name) && read(`/proc/${name}/status`).includes(`PPid:\t${postmaster}\n`) && /127\.0\.0\.1\(\d+\)/.test(read(`/proc/${name}/cmdline`)));
    if (backend !== undefined) return void process.kill(Number(backend), 'SIGKILL');
    await sleep(50);
  }
  throw new Error('nothing is connected to the database');
}

/** Nothing where the process ended between the listing and the reading. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
