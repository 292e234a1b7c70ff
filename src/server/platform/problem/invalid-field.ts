import { DomainError } from './domain-error.js';

/** What is wrong with one field of a request; `pointer` is a JSON pointer into the body, or the name of a parameter or header. */
export function invalidField(pointer: string, detail: string, cause?: unknown): DomainError {
  return new DomainError('invalid-request', `${pointer}: ${detail}`, { errors: [{ pointer, detail }], cause });
}
