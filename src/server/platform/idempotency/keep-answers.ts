import { Readable } from 'node:stream';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type FastifyReply } from 'fastify';
import { KeptAnswers } from './kept-answers.js';

/** Headers that say something of what was made; all others are of this one answer. */
const kept = ['content-type', 'location', 'etag', 'cache-control', 'repr-digest', 'content-location', 'content-disposition'];

/** Before an answer to a request with an Idempotency-Key goes out, its transaction is ended: what was not kept has not happened, and is not told. */
export function keepAnswers(app: NestFastifyApplication): void {
  const answers = app.get(KeptAnswers);
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onSend', async (request, reply, payload: unknown) => {
      const keyed = answers.of(request);
      if (keyed === undefined) return payload;
      const body = await bytesOf(payload);
      await answers.finish(keyed, { status: reply.statusCode, headers: headersOf(reply), body });
      return payload instanceof Readable ? body : payload;
    });
}

function headersOf(reply: FastifyReply): Record<string, string> {
  return Object.fromEntries(kept.flatMap((name) => (reply.hasHeader(name) ? [[name, String(reply.getHeader(name))]] : [])));
}

async function bytesOf(payload: unknown): Promise<Buffer> {
  if (payload === undefined || payload === null) return Buffer.alloc(0);
  if (typeof payload === 'string') return Buffer.from(payload);
  if (payload instanceof Uint8Array) return Buffer.from(payload);
  const parts: Buffer[] = [];
  for await (const part of payload as AsyncIterable<Uint8Array | string>) parts.push(Buffer.from(part as Uint8Array));
  return Buffer.concat(parts);
}
