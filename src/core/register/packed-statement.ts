import { type InventoryRecord } from '../inventory/inventory-fragment.js';
import { type RegisterRecord } from './register-record.js';
import { type RegisterStatement } from './register-statement.js';
import { packOrigins, unpackOrigins } from './packed-origins.js';

/** A statement as the register keeps it. */
export interface PackedStatement extends Omit<RegisterStatement, 'origins'> {
  /** What `packOrigins` writes. */
  readonly origins: string;
}

/** A record as the register keeps it. */
export interface PackedRecord extends Omit<RegisterRecord, 'statements'> {
  readonly statements: readonly PackedStatement[];
}

export function packStatements(statements: readonly RegisterStatement[]): readonly PackedStatement[] {
  return statements.map(({ origins, ...rest }) => ({ ...rest, origins: packOrigins(origins) }));
}

/** Their origins are unpacked when they are asked for. */
export function unpackStatements(stored: readonly PackedStatement[]): readonly RegisterStatement[] {
  return stored.map(({ path, importer, fragment, position, value, origin, origins }) => ({
    path,
    importer,
    fragment,
    position,
    value,
    origin,
    get origins(): InventoryRecord['origins'] {
      return unpackOrigins(origins);
    },
  }));
}

export function unpackRecord({ kind, id, statements }: PackedRecord): RegisterRecord {
  return { kind, id, statements: unpackStatements(statements) };
}
