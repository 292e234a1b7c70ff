import { DomainError } from '../problem/domain-error.js';
import { type Principal } from './principal.js';

/** @throws DomainError `not-allowed` where a key asks for what a person answers for */
export function requirePerson({ kind }: Pick<Principal, 'kind'>, what: string): void {
  if (kind !== 'user') throw new DomainError('not-allowed', `${what} by a person who answers for it, and a key asks; sign in`);
}
