import { Injectable } from '@nestjs/common';
import { In, LessThan, type EntityManager } from 'typeorm';
import { type Conclusion } from '../audits/scheduled-audit.service.js';
import { Clock } from '../platform/clock/clock.js';
import { type RunPage, type RunQuery, type ScheduleDraft } from './schedule-shapes.js';
import { viewOfRun } from './view-of-run.js';
import { ScheduleRunEntity } from './schedule-run.entity.js';

/** Kind of the job that a run is done by. */
export const scheduledRun = 'scheduled-run';

const gravity: readonly Conclusion[] = ['conforming', 'inconclusive', 'non-conforming'];

export interface AuditSeen {
  readonly conclusion: Conclusion;
  readonly stateDigest: string;
}

/** What comes of the runs of schedules. */
@Injectable()
export class RunsService {
  constructor(private readonly clock: Clock) {}

  async list(manager: EntityManager, organisationId: string, scheduleId: string, { state, after, limit }: RunQuery): Promise<RunPage> {
    const fitting = { organisationId, scheduleId, ...(state === undefined ? {} : { state }) };
    const found = await manager.find(ScheduleRunEntity, { where: { ...fitting, ...(after === undefined ? {} : { id: LessThan(after) }) }, order: { id: 'DESC' }, take: limit + 1 });
    const items = found.slice(0, limit).map(viewOfRun);
    return { items, total: await manager.countBy(ScheduleRunEntity, fitting), next: found.length > limit ? (items.at(-1)?.id ?? null) : null };
  }

  /** Why the condition of the schedule holds back a report; nothing where one is to be made. The audited run that was due before is what counts. */
  async heldBack(manager: EntityManager, { organisationId, scheduleId, dueAt }: ScheduleRunEntity, condition: ScheduleDraft['condition'], seen: AuditSeen): Promise<string | undefined> {
    const before = await manager.findOne(ScheduleRunEntity, { where: { organisationId, scheduleId, state: In(['reported', 'skipped']), dueAt: LessThan(dueAt) }, order: { dueAt: 'DESC' } });
    if (before === null || condition === 'always') return undefined;
    const what = `the run that was due ${before.dueAt.toISOString()}`;
    if (condition === 'changed') return before.stateDigest === seen.stateDigest ? `nothing changed since ${what}` : undefined;
    const was = gravity.indexOf(before.conclusion as Conclusion);
    return gravity.indexOf(seen.conclusion) > was ? undefined : `the conclusion, ${seen.conclusion}, is no worse than ${before.conclusion}, that of ${what}`;
  }

  /** What came of a run that still waits. */
  async end(manager: EntityManager, organisationId: string, id: string, outcome: Pick<ScheduleRunEntity, 'state'> & Partial<Pick<ScheduleRunEntity, 'auditId' | 'reportId' | 'conclusion' | 'stateDigest' | 'note'>>): Promise<void> {
    await manager.update(ScheduleRunEntity, { organisationId, id, state: 'waiting' }, { ...outcome, endedAt: this.clock.now() });
  }
}
