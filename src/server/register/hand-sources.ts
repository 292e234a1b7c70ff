import { canonicalJson } from '../../core/inventory/canonical-json.js';
import { type NounKind } from '../../core/inventory/noun-kind.js';
import { recordKey } from '../../core/inventory/record-key.js';
import { sha256Of } from '../../core/inventory/sha256-of.js';
import { type RegisterRecord } from '../../core/register/register-record.js';
import { type RegisterSource } from '../../core/register/register-source.js';
import { type RegisterStatement } from '../../core/register/register-statement.js';

const importer = 'register';

/** What someone states of a record in the register itself: a source of its own, at the record's own address, whose bytes are one line of canonical JSON. */
export function statedByHand(kind: NounKind, id: string, value: Readonly<Record<string, unknown>>): RegisterStatement {
  return { path: `register/${recordKey(kind, id)}`, importer, fragment: 0, position: 0, value, origin: { line: 1, column: 1, confidence: 'declared' }, origins: {} };
}

/** The sources that statements by hand are. */
export function handSources(records: readonly RegisterRecord[]): readonly RegisterSource[] {
  return records.flatMap(({ statements }) => statements.filter((statement) => statement.importer === importer).map(({ path, value }) => ({ path, importer, fragment: 0, sha256: sha256Of(canonicalJson(value)) })));
}
