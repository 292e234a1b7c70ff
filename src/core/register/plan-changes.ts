import { byCodeUnit } from '../inventory/by-code-unit.js';
import { canonicalJson } from '../inventory/canonical-json.js';
import { changedFields } from './changed-fields.js';
import { joinStatements } from './join-statements.js';
import { type RecordChange } from './record-change.js';
import { type RegisterRecord } from './register-record.js';
import { type RegisterStatement } from './register-statement.js';

export interface ChangePlan {
  readonly changes: readonly RecordChange[];
  readonly unchanged: number;
}

/**
 * What becomes of the records when everything that `replaced` says of them gives way to what `stated` says.
 * `current` are the records as they stand, by key: at least those that a replaced source speaks of and those that `stated` names.
 */
export function planChanges(current: ReadonlyMap<string, RegisterRecord>, replaced: (statement: RegisterStatement) => boolean, stated: ReadonlyMap<string, RegisterRecord>): ChangePlan {
  const changes: RecordChange[] = [];
  let unchanged = 0;
  for (const key of [...new Set([...current.keys(), ...stated.keys()])].sort(byCodeUnit)) {
    const before = current.get(key);
    const fresh = stated.get(key);
    const record = fresh ?? before;
    if (record === undefined) continue;
    const kept = before?.statements.filter((statement) => !replaced(statement)) ?? [];
    const statements = [...kept, ...(fresh?.statements ?? [])].sort(inOrder);
    const change = changeOf(key, before, { kind: record.kind, id: record.id, statements });
    if (change === undefined) unchanged++;
    else changes.push(change);
  }
  return { changes, unchanged };
}

/** The order in which an inventory joins its sources, so that the joined record is the audited one. */
function inOrder(a: RegisterStatement, b: RegisterStatement): number {
  return byCodeUnit(`${a.path}\n${a.importer}`, `${b.path}\n${b.importer}`) || a.fragment - b.fragment || a.position - b.position;
}

function changeOf(key: string, before: RegisterRecord | undefined, record: RegisterRecord): RecordChange | undefined {
  const was = before === undefined || before.statements.length === 0 ? undefined : before;
  if (was === undefined && record.statements.length === 0) return undefined;
  if (was !== undefined && canonicalJson(was.statements) === canonicalJson(record.statements)) return undefined;
  const old = was === undefined ? undefined : joinStatements(was).value;
  if (record.statements.length === 0) return { key, what: 'retired', record, value: old ?? {}, fields: [], disputed: [] };
  const { value, contradictions } = joinStatements(record);
  const disputed = contradictions.map(({ pointer }) => pointer);
  if (old === undefined) return { key, what: 'added', record, value, fields: [], disputed };
  const fields = changedFields(old, value);
  return { key, what: fields.length === 0 ? 'moved' : 'changed', record, value, fields, disputed };
}
