import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { LogService, type Actor } from '../log/log.service.js';
import { systemPrincipal } from '../platform/authorization/system-principal.js';
import { Clock } from '../platform/clock/clock.js';
import { uuidV7 } from '../platform/database/uuid-v7.js';
import { JobDesk } from '../platform/jobs/job-desk.js';
import { type RunView } from './schedule-shapes.js';
import { ScheduleRunEntity } from './schedule-run.entity.js';
import { type ScheduleEntity } from './schedule.entity.js';
import { scheduledRun } from './runs.service.js';
import { viewOfRun } from './view-of-run.js';

/** Occurrences of schedules, each once. */
@Injectable()
export class OccurrencesService {
  constructor(
    private readonly clock: Clock,
    private readonly log: LogService,
    private readonly desk: JobDesk,
  ) {}

  /** Makes the run of an instant and its job, in the caller's transaction; where that instant has its run already, answers that one. */
  async begin(manager: EntityManager, { organisationId, id: scheduleId }: ScheduleEntity, { dueAt, why, asker }: { readonly dueAt: Date; readonly why: 'due' | 'asked'; readonly asker?: Actor }): Promise<RunView> {
    const id = uuidV7(this.clock.now().getTime());
    const made: unknown[] = await manager.query(
      `INSERT INTO schedule_runs (organisation_id, id, schedule_id, due_at, why, asked_by, state) VALUES ($1, $2, $3, $4, $5, $6, 'waiting')
       ON CONFLICT (organisation_id, schedule_id, due_at) DO NOTHING RETURNING id`,
      [organisationId, id, scheduleId, dueAt, why, asker?.id ?? null],
    );
    if (made.length > 0) {
      const { job } = await this.desk.askWithin(manager, systemPrincipal(organisationId, scheduleId), { kind: scheduledRun, input: { schedule: scheduleId, run: id } });
      await manager.update(ScheduleRunEntity, { organisationId, id }, { jobId: job.id });
      await this.log.append(manager, asker ?? { organisationId, kind: 'system', id: 'system' }, 'schedule.run', `schedule/${scheduleId}`, { run: id, dueAt: dueAt.toISOString(), why });
    }
    return viewOfRun(await manager.findOneByOrFail(ScheduleRunEntity, { organisationId, scheduleId, dueAt }));
  }
}
