import { assembleRecord } from '../inventory/assemble-record.js';
import { type Contradiction } from '../inventory/contradiction.js';
import { recordKey } from '../inventory/record-key.js';
import { type RegisterRecord } from './register-record.js';

export interface JoinedRecord {
  /** Begins with the id; a field that sources dispute and no confidence decides is absent. */
  readonly value: Readonly<Record<string, unknown>>;
  readonly contradictions: readonly Contradiction[];
}

/** The record as all its sources together have it. */
export function joinStatements({ kind, id, statements }: RegisterRecord): JoinedRecord {
  const sources = statements.map(({ path, importer }) => ({ path, importer, sha256: '' }));
  const { value, contradictions } = assembleRecord(recordKey(kind, id), statements.map((statement, source) => ({ record: { kind, id, ...statement }, source })), sources);
  const { id: _stated, ...fields } = value;
  return { value: { id, ...fields }, contradictions };
}
