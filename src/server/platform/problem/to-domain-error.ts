import { HttpException } from '@nestjs/common';
import { DomainError } from './domain-error.js';
import { type ProblemCode } from './problem-types.js';

const byStatus: Readonly<Record<number, ProblemCode>> = {
  400: 'malformed-body',
  401: 'not-signed-in',
  403: 'not-allowed',
  404: 'unknown-route',
  405: 'method-not-allowed',
  413: 'body-too-large',
  414: 'invalid-request',
  415: 'unsupported-media-type',
  503: 'unavailable',
};

const wording: Partial<Record<ProblemCode, string>> = {
  'malformed-body': 'the body is not JSON that can be read; send one JSON document in UTF-8',
  'invalid-request': 'the address cannot be read; write it with plain or percent-encoded UTF-8 and shorter parts',
  'unknown-route': 'there is nothing at this address; see /api/docs',
  'body-too-large': 'the body is larger than this server reads; send less, or raise DOMICILE_BODY_LIMIT',
  'unsupported-media-type': 'the body has a type that is not read here; send Content-Type: application/json',
  unavailable: 'the server is stopping or cannot reach its database; try again in a moment',
};

const databaseIsAway = new Set(['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', '57P01', '57P02', '57P03', '08006', '08001', '53300']);
const diskIsFull = '53100';

/** What any thrown thing is in the words of the domain. Only what is ours speaks to the client; anything else is `internal` and its message stays in the log. */
export function toDomainError(thrown: unknown): DomainError {
  if (thrown instanceof DomainError) return thrown;
  const status = thrown instanceof HttpException ? thrown.getStatus() : statusOf(thrown);
  const code = isBadAddress(thrown) ? 'invalid-request' : status === undefined ? undefined : byStatus[status];
  if (code !== undefined) return new DomainError(code, wording[code] ?? 'the request is not one this server takes; see /api/docs', { cause: thrown });
  if (codeOf(thrown) === diskIsFull) return new DomainError('unavailable', 'the database has no room left to write; let who runs it make some, and try again then', { cause: thrown, retryAfter: 60 });
  if (isDatabaseAway(thrown)) return new DomainError('unavailable', 'the database does not answer; try again in a moment', { cause: thrown, retryAfter: 2 });
  return new DomainError('internal', 'the server failed; give the id of this request to who runs it', { cause: thrown });
}

/** Errors of the HTTP layer itself carry their status and a code of its own. */
function statusOf(thrown: unknown): number | undefined {
  if (!(thrown instanceof Error) || !('statusCode' in thrown) || !('code' in thrown)) return undefined;
  return typeof thrown.code === 'string' && thrown.code.startsWith('FST_') && typeof thrown.statusCode === 'number' ? thrown.statusCode : undefined;
}

function isBadAddress(thrown: unknown): boolean {
  return thrown instanceof Error && 'code' in thrown && (thrown.code === 'FST_ERR_BAD_URL' || thrown.code === 'FST_ERR_MAX_PARAM_LENGTH');
}

function codeOf(thrown: unknown): string | undefined {
  return thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : undefined;
}

function isDatabaseAway(thrown: unknown): boolean {
  if (!(thrown instanceof Error)) return false;
  return databaseIsAway.has(codeOf(thrown) ?? '') || /Connection terminated|timeout exceeded when trying to connect/.test(thrown.message);
}
