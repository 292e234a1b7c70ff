import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { type AddressInfo } from 'node:net';
import { pullConnection, type ConfiguredPull } from '../../src/server/platform/config/pull-connection.js';
import { Secret } from '../../src/server/platform/config/secret.js';
import { runPull, type FinishedPull } from '../../src/server/pulls/run-pull.js';

/** What a system answers at one address: JSON, text, or a status with headers. */
export type Recorded = object | string | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string | object };

export interface RecordedSystem {
  readonly url: string;
  /** Path and query of every question, in order. */
  readonly asked: string[];
  readonly authorizations: Set<string | undefined>;
  close(): Promise<void>;
}

export const secretOfTests = 'hunter2-of-the-tests';

/** A system on loopback that answers as recorded: by path and query, or by path alone. What is not recorded is not there. */
export async function startRecordedSystem(answers: Readonly<Record<string, Recorded | (() => Recorded)>>, tls?: { readonly key: string; readonly cert: string }): Promise<RecordedSystem> {
  const asked: string[] = [];
  const authorizations = new Set<string | undefined>();
  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    const address = request.url ?? '';
    asked.push(request.method === 'GET' ? decodeURIComponent(address) : `${request.method} ${address}`);
    authorizations.add(request.headers.authorization);
    const [path = ''] = address.split('?');
    const found = answers[decodeURIComponent(address)] ?? answers[path];
    const recorded = typeof found === 'function' ? (found as () => Recorded)() : found;
    const { status, headers, body } = readRecorded(recorded);
    response.writeHead(status, headers).end(body);
  };
  const server: Server = tls === undefined ? createServer(listener) : createSecureServer(tls, listener);
  await new Promise<void>((up) => server.listen(0, '127.0.0.1', up));
  return {
    url: `${tls === undefined ? 'http' : 'https'}://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    authorizations,
    close: () =>
      new Promise((down) => {
        server.close(() => down());
        server.closeAllConnections();
      }),
  };
}

function readRecorded(recorded: Recorded | undefined): { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: string } {
  if (recorded === undefined) return { status: 404, headers: { 'content-type': 'application/json' }, body: '{"detail":"Not Found"}' };
  if (typeof recorded === 'string') return { status: 200, headers: { 'content-type': 'text/plain' }, body: recorded };
  const { status, headers = {}, body } = recorded as { readonly status?: unknown; readonly headers?: Readonly<Record<string, string>>; readonly body?: string | object };
  if (typeof status === 'number') return { status, headers, body: typeof body === 'string' ? body : JSON.stringify(body ?? {}) };
  return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(recorded) };
}

/** A connection as the configuration makes it, with a token unless it says otherwise. */
export function connectionTo(settings: Readonly<Record<string, unknown>>, more: Partial<ConfiguredPull> = {}): ConfiguredPull {
  return { connection: pullConnection.parse({ name: 'tested', ...settings }), credential: { token: new Secret('the variable TEST_TOKEN', () => Promise.resolve(secretOfTests)) }, ca: undefined, ...more };
}

/** Pulls at an instant that stands still. */
export function pullFrom(pull: ConfiguredPull, signal = new AbortController().signal): Promise<FinishedPull> {
  return runPull(pull, { signal, now: () => new Date('2026-11-29T08:00:00Z'), progress: () => undefined });
}

export function textOf({ files }: FinishedPull, path: string): string {
  const file = files.find((each) => each.path === path);
  if (file === undefined) throw new Error(`${path} was not pulled; there are ${files.map((each) => each.path).join(', ')}`);
  return new TextDecoder().decode(file.bytes);
}

export const jsonOfFile = (pull: FinishedPull, path: string): unknown => JSON.parse(textOf(pull, path));
