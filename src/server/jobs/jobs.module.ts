import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { type Logger } from 'pino';
import { JobDesk } from '../platform/jobs/job-desk.js';
import { type JobKind, type JobKindClass } from '../platform/jobs/job-kind.js';
import { HeartbeatService } from './heartbeat.service.js';
import { JobClaimsService } from './job-claims.service.js';
import { jobKinds, ownJobKinds } from './job-kinds.js';
import { JobLogger } from './job-logger.js';
import { JobRegistry } from './job-registry.js';
import { JobRunnerService } from './job-runner.service.js';
import { JobEntity } from './job.entity.js';
import { JobsController } from './jobs.controller.js';
import { JobsOptions } from './jobs-options.js';
import { JobsService } from './jobs.service.js';
import { TicksService } from './ticks.service.js';
import { QueueWorkerService } from './queue-worker.service.js';

export interface JobsModuleOptions {
  readonly appUrl: string;
  /** Jobs at a time; 0 leaves them to other processes. */
  readonly atOnce: number;
  readonly logger: Logger;
  /** False where a test ticks itself. */
  readonly ticks?: boolean;
  /** Kinds beside those of the registry, for tests and measurements. */
  readonly moreKinds?: readonly JobKindClass[];
}

@Global()
@Module({})
export class JobsModule {
  static with({ appUrl, atOnce, logger, ticks = true, moreKinds = [] }: JobsModuleOptions): DynamicModule {
    const kinds: readonly JobKindClass[] = [...jobKinds, ...ownJobKinds, ...moreKinds];
    return {
      module: JobsModule,
      imports: [TypeOrmModule.forFeature([JobEntity])],
      controllers: [JobsController],
      providers: [
        ...moreKinds,
        { provide: JobRegistry, inject: [...kinds], useFactory: (...made: JobKind<unknown>[]) => new JobRegistry(kinds, made) },
        { provide: JobsOptions, useValue: new JobsOptions(appUrl, atOnce, ticks) },
        { provide: JobLogger, useValue: new JobLogger(logger) },
        JobsService,
        { provide: JobDesk, useExisting: JobsService },
        JobClaimsService,
        JobRunnerService,
        HeartbeatService,
        TicksService,
        QueueWorkerService,
      ],
      exports: [JobsService, JobDesk],
    };
  }
}
