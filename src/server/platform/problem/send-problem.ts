import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type ProblemDocument } from './problem-document.js';
import { problemTypes } from './problem-types.js';
import { toDomainError } from './to-domain-error.js';

/** Answers with what went wrong as `application/problem+json`; a failure of the server itself goes to the log in full. */
export function sendProblem(thrown: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const error = toDomainError(thrown);
  const { status, title } = problemTypes[error.code];
  if (status >= 500) request.log.error({ err: error.cause ?? error }, 'request failed');
  if (reply.sent) return;
  const body: ProblemDocument = {
    type: `urn:domicile:problem:${error.code}`,
    title,
    status,
    code: error.code,
    detail: error.message,
    instance: request.id,
    ...(error.errors.length > 0 ? { errors: error.errors.map(({ pointer, detail }) => ({ pointer, detail })) } : {}),
  };
  if (status === 401) reply.header('www-authenticate', 'Bearer realm="domicile"');
  if (error.retryAfter !== undefined) reply.header('retry-after', String(Math.ceil(error.retryAfter)));
  reply.code(status).header('cache-control', 'no-store').type('application/problem+json').send(JSON.stringify(body));
}
