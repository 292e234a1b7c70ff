import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AffectedService } from './affected.service.js';
import { AuditEntity } from './audit.entity.js';
import { AuditJobService } from './audit-job.service.js';
import { AuditResultStore } from './audit-result-store.service.js';
import { AuditRunsOptions } from './audit-runs-options.js';
import { AuditRunsService } from './audit-runs.service.js';
import { AuditsController } from './audits.controller.js';
import { AuditsService } from './audits.service.js';
import { CheckInputsService } from './check-inputs.service.js';
import { ChecksController } from './checks.controller.js';
import { FactsShocksService } from './facts-shocks.service.js';
import { FlowMapController } from './flow-map.controller.js';
import { ImportTrialsController } from './import-trials.controller.js';
import { ImportTrialsService } from './import-trials.service.js';
import { PolicyTrialsController } from './policy-trials.controller.js';
import { PolicyTrialsService } from './policy-trials.service.js';
import { RegisterAuditJobService } from './register-audit-job.service.js';
import { RegisterQuestionsService } from './register-questions.service.js';
import { ReportEntity } from './report.entity.js';
import { ReportJobService } from './report-job.service.js';
import { ReportStoreService } from './report-store.service.js';
import { ReportVerificationService } from './report-verification.service.js';
import { ReportsController } from './reports.controller.js';
import { ScheduledAuditService } from './scheduled-audit.service.js';
import { ShocksController } from './shocks.controller.js';
import { StaleFactsService } from './stale-facts.service.js';
import { TrustedSigners } from './trusted-signers.js';
import { WorkerPool, type WorkerPoolOptions } from '../platform/threads/worker-pool.js';

/** Enough that what a range costs by itself does not count, and few enough that many threads have something to take. */
const usualDeploymentsAtOnce = 1000;

@Global()
@Module({})
export class AuditsModule {
  static with(options: WorkerPoolOptions, signers = '', deploymentsAtOnce = usualDeploymentsAtOnce): DynamicModule {
    return {
      module: AuditsModule,
      imports: [TypeOrmModule.forFeature([AuditEntity, ReportEntity])],
      controllers: [ChecksController, AuditsController, ReportsController, PolicyTrialsController, ShocksController, FlowMapController, ImportTrialsController],
      providers: [AuditsService, CheckInputsService, AuditRunsService, AuditResultStore, { provide: AuditRunsOptions, useValue: new AuditRunsOptions(deploymentsAtOnce, options.workers === 1 ? 1 : options.workers + 1) }, AffectedService, AuditJobService, RegisterAuditJobService, RegisterQuestionsService, ReportJobService, ReportStoreService, ReportVerificationService, ScheduledAuditService, ImportTrialsService, PolicyTrialsService, FactsShocksService, StaleFactsService, { provide: WorkerPool, useFactory: () => new WorkerPool(options) }, { provide: TrustedSigners, useValue: new TrustedSigners(signers) }],
      exports: [AuditsService, AffectedService, FactsShocksService, StaleFactsService, AuditJobService, RegisterAuditJobService, RegisterQuestionsService, ReportJobService, ReportStoreService, ScheduledAuditService],
    };
  }
}
