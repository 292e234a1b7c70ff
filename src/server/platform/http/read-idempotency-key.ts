import { DomainError } from '../problem/domain-error.js';

/** @throws DomainError `invalid-request` */
export function readIdempotencyKey(header: string | undefined): string | undefined {
  if (header === undefined || /^[\x21-\x7e]{1,200}$/.test(header)) return header;
  const detail = 'is not 1 to 200 visible ASCII characters; send a UUID';
  throw new DomainError('invalid-request', `Idempotency-Key: ${detail}`, { errors: [{ pointer: 'Idempotency-Key', detail }] });
}
