import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../platform/clock/clock.js';
import { OrganisationScope } from '../platform/database/organisation-scope.js';
import { Ticker } from '../platform/jobs/ticker.js';
import { DueTimesService, type Due } from './due-times.service.js';
import { OccurrencesService } from './occurrences.service.js';
import { missedOf } from './missed-of.js';
import { recurrenceOf } from './recurrence.js';
import { ScheduleEntity } from './schedule.entity.js';

/** Turns schedules that are due into runs, one transaction each: the occurrence, its job and the next time, all or nothing. */
@Injectable()
export class ScheduleTickService implements OnModuleInit {
  constructor(
    private readonly source: DataSource,
    private readonly scope: OrganisationScope,
    private readonly clock: Clock,
    private readonly dues: DueTimesService,
    private readonly occurrences: OccurrencesService,
    private readonly ticker: Ticker,
  ) {}

  onModuleInit(): void {
    this.ticker.everyMinute(() => this.tick());
  }

  /** Serves every schedule that is due; one that fails is told at the end and keeps no other from its turn. */
  async tick(): Promise<void> {
    const failed: string[] = [];
    const failures: unknown[] = [];
    for (let due: Due | undefined; ; ) {
      try {
        due = undefined;
        const served = await this.source.transaction(async (manager) => {
          due = await this.dues.take(manager, failed);
          if (due !== undefined) await this.serve(manager, due);
          return due !== undefined;
        });
        if (!served) break;
      } catch (error) {
        failures.push(error);
        if (due === undefined) break;
        failed.push(due.scheduleId);
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, `not every schedule that was due could be served: ${failed.join(', ')}`);
  }

  private async serve(manager: EntityManager, { organisationId, scheduleId, nextRunAt }: Due): Promise<void> {
    await this.scope.enter(manager, organisationId);
    const schedule = await manager.findOneByOrFail(ScheduleEntity, { organisationId, id: scheduleId });
    const now = this.clock.now();
    for (const dueAt of missedOf(recurrenceOf(schedule.terms), nextRunAt, now)) await this.occurrences.begin(manager, schedule, { dueAt, why: 'due' });
    await this.dues.set(manager, organisationId, scheduleId, schedule.terms);
  }
}
