import { Agent as HttpAgent, request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ConfiguredPull, type PullCredential } from '../platform/config/pull-connection.js';
import { type RemoteAnswer, type RemoteFetch, type RemoteQuery } from './remote.js';
import { RemoteFault } from './remote-fault.js';

/** Largest answer that is read, in bytes. */
export const largestAnswer = 8 * 1024 * 1024;
const mostRedirects = 3;
const mostRepeats = 2;
/** Longest that a system may ask to be left alone, in seconds; what takes longer is told as a fault. */
const longestPause = 10;

const notTrusted = /^(CERT_|ERR_TLS_|ERR_SSL_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH|INVALID_CA)/;

export interface OpenRemote {
  readonly fetch: RemoteFetch;
  readonly close: () => void;
}

/** The one way out of a pull: GET below the configured address, certificates always checked, nothing followed that leads elsewhere. */
export async function openRemote({ connection, credential, ca }: ConfiguredPull, { signal, now }: { readonly signal: AbortSignal; readonly now: () => Date }): Promise<OpenRemote> {
  const base = new URL(connection.url.endsWith('/') ? connection.url : `${connection.url}/`);
  const encrypted = base.protocol === 'https:';
  const agent = encrypted ? new HttpsAgent({ keepAlive: true, maxSockets: 1 }) : new HttpAgent({ keepAlive: true, maxSockets: 1 });
  const headers = { accept: 'application/json, text/plain;q=0.9, */*;q=0.1', 'accept-encoding': 'identity', 'user-agent': 'domicile', ...(await authorization(credential)) };
  const options: RequestOptions = { method: 'GET', agent, headers, ...(encrypted ? { ca, rejectUnauthorized: true } : {}) };

  const once = async (url: URL): Promise<Omit<RemoteAnswer, 'at'>> => {
    const limit = AbortSignal.timeout(connection.timeoutSeconds * 1000);
    try {
      return await read(url, { ...options, signal: AbortSignal.any([signal, limit]) });
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof RemoteFault) throw error;
      throw limit.aborted ? new RemoteFault('timed-out', `${placeOf(url)} did not answer in full within ${connection.timeoutSeconds} s; try again, or raise timeoutSeconds`) : faultOf(url, error);
    }
  };
  const fetch: RemoteFetch = async (path, query = {}) => {
    let url = addressOf(base, path, query);
    for (let redirects = 0, repeats = 0; ; ) {
      const answer = await once(url);
      const { status, headers: given } = answer;
      const pause = Number(given['retry-after'] ?? NaN);
      if ((status === 429 || status === 503) && repeats++ < mostRepeats && pause >= 0 && pause <= longestPause) {
        await sleep(pause * 1000, undefined, { signal });
        continue;
      }
      if (![301, 302, 303, 307, 308].includes(status) || given['location'] === undefined) return { ...answer, at: now().toISOString() };
      if (++redirects > mostRedirects) throw new RemoteFault('leads-out', `${placeOf(url)} sends on more than ${mostRedirects} times; check the address of the connection`);
      url = within(base, given['location'], url);
    }
  };
  return { fetch, close: () => agent.destroy() };
}

async function authorization(credential: PullCredential | undefined): Promise<{ readonly authorization?: string }> {
  if (credential === undefined) return {};
  if ('token' in credential) return { authorization: `Bearer ${await credential.token.reveal()}` };
  return { authorization: `Basic ${Buffer.from(`${credential.user}:${await credential.password.reveal()}`).toString('base64')}` };
}

function addressOf(base: URL, path: string, query: RemoteQuery): URL {
  const url = within(base, path.startsWith('/') ? `.${path}` : path, base);
  for (const [name, value] of Object.entries(query)) url.searchParams.append(name, value);
  return url;
}

/** @throws RemoteFault where the address lies outside of what was configured */
function within(base: URL, target: string, from: URL): URL {
  const url = URL.canParse(target, from.href) ? new URL(target, from) : undefined;
  if (url === undefined || url.origin !== base.origin || url.username !== '' || url.password !== '' || !url.pathname.startsWith(base.pathname)) throw new RemoteFault('leads-out', `${placeOf(from)} leads to ${url === undefined ? 'no address' : url.origin === base.origin ? 'another part of its host' : url.origin}, which is not below ${base.origin}${base.pathname} and is not followed; give the connection the address that answers by itself`);
  return url;
}

function read(url: URL, options: RequestOptions): Promise<Omit<RemoteAnswer, 'at'>> {
  return new Promise((answered, failed) => {
    const request = (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, options, (response: IncomingMessage) => {
      const chunks: Buffer[] = [];
      let size = 0;
      const refuse = (code: 'too-large' | 'wrong-shape', message: string): void => {
        failed(new RemoteFault(code, `${placeOf(url)} ${message}`));
        response.destroy();
      };
      if (!['', 'identity'].includes(response.headers['content-encoding'] ?? '')) return refuse('wrong-shape', 'answers in an encoding that was not asked for; let it answer without compression');
      response.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > largestAnswer) refuse('too-large', `answers with more than ${largestAnswer} bytes; narrow what the connection pulls`);
        else chunks.push(chunk);
      });
      response.on('error', failed);
      response.on('end', () => {
        if (!response.complete) return failed(new Error('cut off'));
        const headers = Object.fromEntries(Object.entries(response.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')]));
        answered({ url: url.href, status: response.statusCode ?? 0, headers, bytes: Buffer.concat(chunks) });
      });
    });
    request.on('error', failed).end();
  });
}

function faultOf(url: URL, error: unknown): RemoteFault {
  const code = typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : 'it closed the connection';
  if (notTrusted.test(code)) return new RemoteFault('not-trusted', `${placeOf(url)} shows a certificate that is not trusted (${code}); name its certificate authority as ca in the connection`);
  return new RemoteFault('unreachable', `${placeOf(url)} cannot be reached (${code}); check the address and the network`);
}

/** Address without query, which may hold what only the two know. */
const placeOf = (url: URL): string => `${url.origin}${url.pathname}`;
