import { Injectable } from '@nestjs/common';
import { type NounKind } from '../../core/inventory/noun-kind.js';
import { nounSchemas } from '../../core/inventory/noun-schemas.js';
import { recordKey } from '../../core/inventory/record-key.js';
import { planChanges } from '../../core/register/plan-changes.js';
import { type RegisterRecord } from '../../core/register/register-record.js';
import { type RegisterStatement } from '../../core/register/register-statement.js';
import { type Principal } from '../platform/authorization/principal.js';
import { OrganisationScope } from '../platform/database/organisation-scope.js';
import { DomainError } from '../platform/problem/domain-error.js';
import { requestIssues } from '../platform/problem/request-issues.js';
import { statedByHand } from './hand-sources.js';
import { type StatedRecord, type RecordView } from './record-shapes.js';
import { RecordRightsService } from './record-rights.service.js';
import { RecordsService } from './records.service.js';
import { RegisterStore } from './register-store.service.js';
import { unkeepable } from './unkeepable.js';

/** The version that a change is meant for: the one with this revision, or none where nothing may be there yet. */
export type ExpectedVersion = number | 'none';

/** Changes of single records by hand. */
@Injectable()
export class RecordChangesService {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly store: RegisterStore,
    private readonly records: RecordsService,
    private readonly rights: RecordRightsService,
  ) {}

  /**
   * States a record in the register itself. What is the same already changes nothing.
   *
   * @throws DomainError `invalid-request` where the value is no such record, `precondition-failed` where the record is another than expected, `not-importable` where a source to be replaced says nothing of it
   */
  async state(asker: Principal, kind: NounKind, id: string, { value, replaces, reason }: StatedRecord, expected: ExpectedVersion): Promise<{ readonly record: RecordView; readonly created: boolean }> {
    const statement = statedByHand(kind, id, wholeValue(kind, id, value));
    const gone = new Set([...replaces, statement.path]);
    return this.change(asker, kind, id, expected, reason, 'register.state', (before) => {
      const unknown = replaces.find((path) => !before.some((each) => each.path === path));
      if (unknown !== undefined) throw new DomainError('not-importable', `'${unknown}' says nothing of ${recordKey(kind, id)}; name sources that the record lists`);
      return { replaced: ({ path }) => gone.has(path), stated: [statement] };
    });
  }

  /** Ends a record: no source speaks of it any longer, and all its versions stay. An import that states it again brings it back. @throws DomainError `unknown-record`, `precondition-failed`, `conflict` where it is retired already */
  async retire(asker: Principal, kind: NounKind, id: string, reason: string, expected: ExpectedVersion): Promise<RecordView> {
    const { record } = await this.change(asker, kind, id, expected, reason, 'register.retire', (before) => {
      if (before.length === 0) throw new DomainError('conflict', `${recordKey(kind, id)} is retired already; there is nothing left to retire`);
      return { replaced: () => true, stated: [] };
    });
    return record;
  }

  private async change(asker: Principal, kind: NounKind, id: string, expected: ExpectedVersion, reason: string, action: string, decide: (before: readonly RegisterStatement[]) => { readonly replaced: (statement: RegisterStatement) => boolean; readonly stated: readonly RegisterStatement[] }): Promise<{ readonly record: RecordView; readonly created: boolean }> {
    const { organisationId } = asker;
    const key = recordKey(kind, id);
    return this.scope.run(organisationId, async (manager) => {
      const revision = await this.store.nextRevision(manager, organisationId);
      const current = await this.store.current(manager, organisationId, kind, id);
      if (current !== undefined) await this.records.requireReadable(manager, asker, kind, id);
      if (expected !== 'none' && current === undefined) await this.records.find(manager, organisationId, kind, id);
      refuseAnother(key, current?.revision, current?.record.statements.length === 0, expected);
      const { replaced, stated } = decide(current?.record.statements ?? []);
      const fresh: ReadonlyMap<string, RegisterRecord> = new Map(stated.length === 0 ? [] : [[key, { kind, id, statements: stated }]]);
      const plan = planChanges(new Map(current === undefined ? [] : [[key, current.record]]), replaced, fresh);
      await this.rights.requireOwnChanges(manager, asker, plan.changes);
      if (plan.changes.length > 0) await this.store.write(manager, asker, revision, plan, reason, { record: key }, action);
      return { record: await this.records.find(manager, organisationId, kind, id), created: current === undefined };
    });
  }
}

/** @throws DomainError `invalid-request` with the fields that do not fit */
function wholeValue(kind: NounKind, id: string, value: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const refuse = (path: readonly string[], message: string): DomainError => requestIssues([{ path: ['value', ...path], message }]);
  if (kind === 'codeCall') throw refuse([], 'what code calls is found by a scan and not stated; import the result of domicile check --code');
  if (value['id'] !== undefined && value['id'] !== id) throw refuse(['id'], `is not '${id}', which the address names; leave it out or write that`);
  const { child, relation, parent } = value;
  if (kind === 'lineageEdge' && id !== [child, relation, parent].join(' ')) throw refuse([], `is not what the address names; its id is child, relation and parent joined by a space, here '${[child, relation, parent].join(' ')}'`);
  if (unkeepable(value)) throw refuse([], 'holds the character U+0000 or half of a surrogate pair, which the register does not keep; remove it');
  const checked = nounSchemas[kind].safeParse({ ...value, id });
  if (!checked.success) throw requestIssues(checked.error.issues.map(({ path, message }) => ({ path: ['value', ...path], message })));
  return checked.data;
}

function refuseAnother(key: string, revision: number | undefined, retired: boolean, expected: ExpectedVersion): void {
  if (expected === 'none' && revision !== undefined && !retired) throw new DomainError('precondition-failed', `there is a ${key} already; read it and send its ETag in If-Match to change it`);
  if (expected !== 'none' && revision !== expected) throw new DomainError('precondition-failed', `${key} is no longer the version that If-Match names; read it again, apply the change to what it says now, and send its new ETag`);
}
