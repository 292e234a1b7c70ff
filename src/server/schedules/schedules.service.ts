import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan, type EntityManager } from 'typeorm';
import { RecipientsService } from '../deliveries/recipients.service.js';
import { LogService } from '../log/log.service.js';
import { type Principal } from '../platform/authorization/principal.js';
import { Clock } from '../platform/clock/clock.js';
import { OrganisationScope } from '../platform/database/organisation-scope.js';
import { uuidV7 } from '../platform/database/uuid-v7.js';
import { DomainError } from '../platform/problem/domain-error.js';
import { DueTimesService } from './due-times.service.js';
import { OccurrencesService } from './occurrences.service.js';
import { recurrenceOf } from './recurrence.js';
import { RunsService } from './runs.service.js';
import { type RunPage, type RunQuery, type RunView, type ScheduleDraft, type SchedulePage, type ScheduleQuery, type ScheduleView } from './schedule-shapes.js';
import { ScheduleEntity } from './schedule.entity.js';

export interface FailedRun extends Pick<ScheduleDraft, 'name' | 'recipients'> {
  readonly run: string;
  readonly schedule: string;
  readonly dueAt: Date;
  readonly note: string | null;
}

/** Due times that a view names. */
const shownAhead = 5;

/** Audits that recur. They belong to the organisation: who made one is written down and counts for nothing. */
@Injectable()
export class SchedulesService {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly clock: Clock,
    private readonly log: LogService,
    private readonly dues: DueTimesService,
    private readonly occurrences: OccurrencesService,
    private readonly history: RunsService,
    private readonly recipients: RecipientsService,
  ) {}

  async list({ organisationId }: Principal, { after, limit }: ScheduleQuery): Promise<SchedulePage> {
    const fitting = { organisationId, endedAt: IsNull() };
    return this.scope.run(organisationId, async (manager) => {
      const found = await manager.find(ScheduleEntity, { where: { ...fitting, ...(after === undefined ? {} : { id: MoreThan(after) }) }, order: { id: 'ASC' }, take: limit + 1 });
      const items = found.slice(0, limit).map((schedule) => this.view(schedule));
      return { items, total: await manager.countBy(ScheduleEntity, fitting), next: found.length > limit ? (items.at(-1)?.id ?? null) : null };
    });
  }

  /** @throws DomainError `unknown-record` */
  async read({ organisationId }: Principal, id: string): Promise<ScheduleView> {
    return this.scope.run(organisationId, async (manager) => this.view(await this.find(manager, organisationId, id)));
  }

  /** @throws DomainError `invalid-request` where a recipient may not receive reports */
  async make(asker: Principal, terms: ScheduleDraft): Promise<ScheduleView> {
    const { organisationId } = asker;
    await this.recipients.require(asker, terms.recipients, 'audit:read', '/recipients');
    return this.scope.run(organisationId, async (manager) => {
      const now = this.clock.now();
      const schedule = manager.create(ScheduleEntity, { organisationId, id: uuidV7(now.getTime()), terms, version: '1', createdAt: now, createdBy: asker.id, changedAt: now, endedAt: null });
      await manager.insert(ScheduleEntity, schedule);
      await this.dues.set(manager, organisationId, schedule.id, terms);
      await this.log.append(manager, asker, 'schedule.create', `schedule/${schedule.id}`, loggedOf(terms));
      return this.view(schedule);
    });
  }

  /** @throws DomainError `unknown-record`, `precondition-failed`, and as `make` */
  async change(asker: Principal, id: string, terms: ScheduleDraft, expected: number): Promise<ScheduleView> {
    await this.recipients.require(asker, terms.recipients, 'audit:read', '/recipients');
    return this.step(asker, id, expected, async (manager, schedule) => {
      const changed = { ...schedule, terms, version: String(expected + 1), changedAt: this.clock.now() };
      await manager.update(ScheduleEntity, { organisationId: asker.organisationId, id }, { terms, version: changed.version, changedAt: changed.changedAt });
      await this.dues.set(manager, asker.organisationId, id, terms);
      await this.log.append(manager, asker, 'schedule.change', `schedule/${id}`, loggedOf(terms));
      return this.view(changed);
    });
  }

  /** Ends it for good; its runs and what came of them stay. @throws DomainError as `change` */
  async end(asker: Principal, id: string, expected: number): Promise<void> {
    await this.step(asker, id, expected, async (manager) => {
      await manager.update(ScheduleEntity, { organisationId: asker.organisationId, id }, { endedAt: this.clock.now(), version: String(expected + 1) });
      await this.dues.set(manager, asker.organisationId, id, undefined);
      await this.log.append(manager, asker, 'schedule.end', `schedule/${id}`);
    });
  }

  /** Makes a run out of turn, paused or not; the times it is due at stay as they are. @throws DomainError `unknown-record` */
  async runNow(asker: Principal, id: string): Promise<RunView> {
    const { organisationId } = asker;
    return this.scope.run(organisationId, async (manager) => this.occurrences.begin(manager, await this.find(manager, organisationId, id), { dueAt: this.clock.now(), why: 'asked', asker }));
  }

  /** Its runs, newest first, also where it has ended. @throws DomainError `unknown-record` */
  async runs({ organisationId }: Principal, id: string, query: RunQuery): Promise<RunPage> {
    return this.scope.run(organisationId, async (manager) => {
      if (!(await manager.existsBy(ScheduleEntity, { organisationId, id }))) throw noSuchSchedule(id);
      return this.history.list(manager, organisationId, id, query);
    });
  }

  /** Runs that failed after an instant, of schedules that have not ended since. */
  async failed({ organisationId }: Principal, since: Date | undefined): Promise<readonly FailedRun[]> {
    return this.scope.run(organisationId, (manager) =>
      manager.query(
        `SELECT r.id AS run, s.id AS schedule, s.terms ->> 'name' AS name, s.terms -> 'recipients' AS recipients, r.due_at AS "dueAt", r.note FROM schedule_runs r JOIN schedules s ON s.organisation_id = r.organisation_id AND s.id = r.schedule_id
         WHERE r.organisation_id = $1 AND r.state = 'failed' AND s.ended_at IS NULL AND ($2::timestamptz IS NULL OR r.ended_at > $2) ORDER BY r.id`,
        [organisationId, since ?? null],
      ),
    );
  }

  private step<T>(asker: Principal, id: string, expected: number, work: (manager: EntityManager, schedule: ScheduleEntity) => Promise<T>): Promise<T> {
    const { organisationId } = asker;
    return this.scope.run(organisationId, async (manager) => {
      await this.dues.hold(manager, organisationId, id);
      const schedule = await this.find(manager, organisationId, id, true);
      if (Number(schedule.version) !== expected) throw new DomainError('precondition-failed', 'the schedule is no longer the version that If-Match names; read it again and send its new ETag');
      return work(manager, schedule);
    });
  }

  private async find(manager: EntityManager, organisationId: string, id: string, locked = false): Promise<ScheduleEntity> {
    const schedule = await manager.findOne(ScheduleEntity, { where: { organisationId, id, endedAt: IsNull() }, ...(locked ? { lock: { mode: 'pessimistic_write' } } : {}) });
    if (schedule === null) throw noSuchSchedule(id);
    return schedule;
  }

  private view({ id, terms, version, createdAt, createdBy, changedAt }: ScheduleEntity): ScheduleView {
    const next = terms.enabled ? recurrenceOf(terms).after(this.clock.now(), shownAhead) : [];
    return { ...terms, id, version: Number(version), next: next.map((instant) => instant.toISOString()), createdAt: createdAt.toISOString(), createdBy, changedAt: changedAt.toISOString() };
  }
}

function loggedOf({ cron, timeZone, audit, report, condition, recipients, enabled }: ScheduleDraft): Readonly<Record<string, unknown>> {
  return { cron, timeZone, audit, report, condition, recipients: recipients.map((each) => (each.kind === 'email' ? 'email' : `${each.kind}/${each.kind === 'user' ? each.id : each.name}`)), enabled };
}

function noSuchSchedule(id: string): DomainError {
  return new DomainError('unknown-record', `there is no schedule ${id}; list the schedules to find its id`);
}
