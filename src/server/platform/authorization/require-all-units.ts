import { DomainError } from '../problem/domain-error.js';
import { type Principal } from './principal.js';

/** @throws DomainError `not-allowed` where the asker reads the records of some units only; `what` tells of all of them at once */
export function requireAllUnits({ confined }: Pick<Principal, 'confined'>, what: string): void {
  if (confined?.reading === true) throw new DomainError('not-allowed', `${what} tell of every unit, and you read ${confined.units.length === 0 ? 'those of none' : `${confined.units.join(', ')} only`}; ask someone who reads the whole register`);
}
