import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DueTimesService } from './due-times.service.js';
import { OccurrencesService } from './occurrences.service.js';
import { RunsService } from './runs.service.js';
import { ScheduleRunEntity } from './schedule-run.entity.js';
import { ScheduleTickService } from './schedule-tick.service.js';
import { ScheduleEntity } from './schedule.entity.js';
import { ScheduledRunJobService } from './scheduled-run-job.service.js';
import { SchedulesController } from './schedules.controller.js';
import { SchedulesService } from './schedules.service.js';

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([ScheduleEntity, ScheduleRunEntity])],
  controllers: [SchedulesController],
  providers: [SchedulesService, DueTimesService, OccurrencesService, RunsService, ScheduleTickService, ScheduledRunJobService],
  exports: [SchedulesService, ScheduledRunJobService],
})
export class SchedulesModule {}
