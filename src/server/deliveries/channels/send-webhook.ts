import { createHmac } from 'node:crypto';
import { lookup } from 'node:dns';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest, type RequestOptions } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { type WebhookChannel } from '../../platform/config/delivery-settings.js';
import { DomainError } from '../../platform/problem/domain-error.js';
import { isPrivateAddress } from './is-private-address.js';
import { type Sending } from './sending.js';
import { webhookBody } from './webhook-body.js';

const patience = 20_000;
const longestWait = 3_600;

/** POST without following anything. @returns the status. @throws DomainError `delivery-refused` where it refuses for good, `unavailable` where another attempt may succeed */
export async function sendWebhook(channel: WebhookChannel, sending: Sending): Promise<string> {
  const url = new URL(await channel.url.reveal());
  const body = webhookBody(channel.form, sending);
  const timestamp = String(Math.floor(sending.now.getTime() / 1000));
  const secret = await channel.secret?.reveal();
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    'user-agent': 'domicile',
    'idempotency-key': sending.id,
    'domicile-delivery': sending.id,
    'domicile-timestamp': timestamp,
    ...(secret === undefined ? {} : { 'domicile-signature': `v1=${signatureOf(secret, timestamp, body)}` }),
  };
  const { status, retryAfter } = await post(url, channel, headers, body, sending.signal);
  if (status >= 200 && status < 300) return String(status);
  const what = `the webhook '${channel.name}' answered ${status}`;
  if (status === 408 || status === 425 || status === 429 || status >= 500) throw new DomainError('unavailable', what, retryAfter === undefined ? {} : { retryAfter });
  throw new DomainError('delivery-refused', `${what}; check its address in the deliveries file`);
}

/** HMAC-SHA256 over the timestamp, a full stop and the body, in hexadecimal. */
export function signatureOf(secret: string, timestamp: string, body: string): string {
  return createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
}

function post(url: URL, { name, ca, privateNetwork }: WebhookChannel, headers: Readonly<Record<string, string>>, body: string, signal: AbortSignal): Promise<{ readonly status: number; readonly retryAfter?: number }> {
  const closed = new DomainError('delivery-refused', `the webhook '${name}' leads to a private network; allow it with privateNetwork in the deliveries file, or give it another address`);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (!privateNetwork && isIP(host) !== 0 && isPrivateAddress(host)) return Promise.reject(closed);
  // The address that is connected to is the one that was looked at: a second look-up could answer another.
  const guarded: LookupFunction = (hostname, options, found) =>
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error !== null) return found(error, []);
      if (!privateNetwork && addresses.some(({ address }) => isPrivateAddress(address))) return found(closed, []);
      if (options.all === true) return found(null, addresses);
      const [first] = addresses;
      return found(null, first?.address ?? '', first?.family);
    });
  const options: RequestOptions = { method: 'POST', headers, agent: false, lookup: guarded, signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]), ...(ca === undefined ? {} : { ca }) };
  return new Promise((answered, failed) => {
    const request = (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, options, (response) => {
      const wait = Number(response.headers['retry-after'] ?? NaN);
      answered({ status: response.statusCode ?? 0, ...(wait >= 0 ? { retryAfter: Math.min(Math.max(wait, 1), longestWait) } : {}) });
      response.destroy();
    });
    request.on('error', (error: NodeJS.ErrnoException) => failed(error instanceof DomainError || signal.aborted ? error : new DomainError('unavailable', `the webhook '${name}' cannot be reached (${error.code ?? error.name})`, { cause: error })));
    request.end(body);
  });
}
