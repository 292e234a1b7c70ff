import { UsageError } from './usage-error.js';

export interface ServerAccess {
  /** Without a path. */
  readonly url: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Longest that one answer may take, in milliseconds. */
const patience = 120_000;

/** Asks a server with the key of DOMICILE_API_KEY, or in CI with a key of minutes for the ID token of the job. @throws UsageError with what the server says where it refuses */
export async function askServer(server: ServerAccess, path: string, body?: object): Promise<Response> {
  return ask(server, path, { authorization: `Bearer ${await keyOf(server)}` }, body);
}

const keys = new WeakMap<ServerAccess, Promise<string>>();

function keyOf(server: ServerAccess): Promise<string> {
  const known = keys.get(server) ?? findKey(server);
  keys.set(server, known);
  return known;
}

async function findKey(server: ServerAccess): Promise<string> {
  const { DOMICILE_API_KEY: key, DOMICILE_ID_TOKEN: gitlab, ACTIONS_ID_TOKEN_REQUEST_URL: github, ACTIONS_ID_TOKEN_REQUEST_TOKEN: right } = server.environment;
  if (key !== undefined && key !== '') return key;
  if (gitlab !== undefined && gitlab !== '') return exchange(server, gitlab);
  if (github === undefined || right === undefined) throw new UsageError('the server asks who you are; set DOMICILE_API_KEY, or in CI let the job have an ID token (docs/ci.md)');
  const address = new URL(github);
  address.searchParams.set('audience', server.url);
  const answer = await reach(address.href, { headers: { authorization: `Bearer ${right}` } }, 'GitHub');
  const { value } = (answer.ok ? await answer.json() : {}) as { readonly value?: unknown };
  if (typeof value !== 'string') throw new UsageError(`GitHub gives no ID token (${answer.status}); give the job 'permissions: { id-token: write }'`);
  return exchange(server, value);
}

async function exchange(server: ServerAccess, token: string): Promise<string> {
  const { key } = (await (await ask(server, 'auth/ci/exchange', {}, { token })).json()) as { readonly key: string };
  return key;
}

async function ask({ url }: ServerAccess, path: string, headers: Readonly<Record<string, string>>, body?: object): Promise<Response> {
  const answer = await reach(`${url}/api/v1/${path}`, { method: body === undefined ? 'GET' : 'POST', headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }, url);
  if (answer.ok) return answer;
  const problem = (await answer.json().catch(() => ({}))) as { readonly detail?: unknown };
  throw new UsageError(`${url} refuses (${answer.status}): ${typeof problem.detail === 'string' ? problem.detail : 'it gives no reason; check the address'}`);
}

async function reach(address: string, init: RequestInit, who: string): Promise<Response> {
  try {
    return await fetch(address, { ...init, redirect: 'error', signal: AbortSignal.timeout(patience) });
  } catch (error) {
    const cause = error instanceof Error ? (error.cause instanceof Error ? error.cause.message : error.message) : String(error);
    throw new UsageError(`${who} cannot be reached (${cause}); check the address and try again`);
  }
}
