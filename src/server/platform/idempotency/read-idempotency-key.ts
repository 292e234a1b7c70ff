import { invalidField } from '../problem/invalid-field.js';

/** @throws DomainError `invalid-request` */
export function readIdempotencyKey(header: string | undefined): string | undefined {
  if (header === undefined || /^[\x21-\x7e]{1,200}$/.test(header)) return header;
  throw invalidField('Idempotency-Key', 'is not 1 to 200 visible ASCII characters; send a UUID');
}
