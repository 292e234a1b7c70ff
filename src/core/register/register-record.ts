import { type NounKind } from '../inventory/noun-kind.js';
import { type RegisterStatement } from './register-statement.js';

/** A record of the register: everything that is said of it, and by whom. */
export interface RegisterRecord {
  readonly kind: NounKind;
  readonly id: string;
  readonly statements: readonly RegisterStatement[];
}
