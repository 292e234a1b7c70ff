import { type FastifyReply, type FastifyRequest } from 'fastify';
import { problemOf } from './problem-of.js';
import { toDomainError } from './to-domain-error.js';

/** Answers with what went wrong as `application/problem+json`; a failure of the server itself goes to the log in full. */
export function sendProblem(thrown: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const error = toDomainError(thrown);
  const body = problemOf(error, request.id);
  const { status } = body;
  if (status >= 500) request.log.error({ err: error.cause ?? error }, 'request failed');
  if (reply.sent) return;
  if (status === 401) reply.header('www-authenticate', 'Bearer realm="domicile"');
  if (error.retryAfter !== undefined) reply.header('retry-after', String(Math.ceil(error.retryAfter)));
  reply.code(status).header('cache-control', 'no-store').type('application/problem+json').send(JSON.stringify(body));
}
