import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { StandardSchemaValidationPipe } from '@nestjs/common';
import { type Logger } from 'pino';
import { AccessModule } from './access/access.module.js';
import { AuditsModule } from './audits/audits.module.js';
import { DeliveriesModule } from './deliveries/deliveries.module.js';
import { ClearancesModule } from './clearances/clearances.module.js';
import { ClearingModule } from './clearing/clearing.module.js';
import { DecisionsModule } from './decisions/decisions.module.js';
import { EvidenceModule } from './evidence/evidence.module.js';
import { ExportsModule } from './exports/exports.module.js';
import { FindingsModule } from './findings/findings.module.js';
import { type WorkerPoolOptions } from './platform/threads/worker-pool.js';
import { JobsModule, type JobsModuleOptions } from './jobs/jobs.module.js';
import { LogModule } from './log/log.module.js';
import { PermissionGuard } from './platform/authorization/permission.guard.js';
import { type DeliveryChannels } from './platform/config/delivery-settings.js';
import { type ConfiguredPull } from './platform/config/pull-connection.js';
import { type OidcSettings } from './platform/config/server-config.js';
import { AnsweredBeforeFilter } from './platform/idempotency/answered-before.filter.js';
import { IdempotencyInterceptor } from './platform/idempotency/idempotency.interceptor.js';
import { PlatformModule, type PlatformOptions } from './platform/platform.module.js';
import { NotificationsModule } from './notifications/notifications.module.js';
import { ProblemFilter } from './platform/problem/problem.filter.js';
import { requestIssues } from './platform/problem/request-issues.js';
import { PoliciesModule } from './policies/policies.module.js';
import { PullsModule } from './pulls/pulls.module.js';
import { RegisterModule } from './register/register.module.js';
import { ReauditsModule } from './reaudits/reaudits.module.js';
import { RetentionModule } from './retention/retention.module.js';
import { SchedulesModule } from './schedules/schedules.module.js';
import { WaiversModule } from './waivers/waivers.module.js';

export interface AppOptions {
  readonly platform: PlatformOptions;
  readonly checks: WorkerPoolOptions;
  /** Deployments that an audit judges at once; as `AuditsModule` has it where absent. */
  readonly deploymentsAtOnce?: number;
  readonly jobs: Omit<JobsModuleOptions, 'appUrl' | 'logger'>;
  readonly oidc: OidcSettings | undefined;
  /** Certificates, in PEM, that signers of reports must lead to. */
  readonly signers?: string;
  /** Systems that can be pulled from; none where absent. */
  readonly pulls?: readonly ConfiguredPull[];
  /** Ways out for reports and notifications; none where absent. */
  readonly delivery?: DeliveryChannels;
}

@Module({})
export class AppModule {
  static with({ platform, checks, jobs, oidc, signers, pulls = [], delivery, deploymentsAtOnce, logger }: AppOptions & { readonly logger: Logger }): DynamicModule {
    return {
      module: AppModule,
      imports: [PlatformModule.with(platform), LogModule, ExportsModule, AccessModule.with(oidc), RegisterModule.with({ ...checks, script: new URL('../register/read-worker.js', checks.script) }), PoliciesModule.with({ ...checks, script: new URL('../policies/policy-worker.js', checks.script), workers: 1, seconds: Math.min(checks.seconds, 10), heap: Math.min(checks.heap, 256) }), FindingsModule, WaiversModule, ClearancesModule, AuditsModule.with(checks, signers, deploymentsAtOnce), ClearingModule, DecisionsModule.with({ ...checks, script: new URL('../decisions/decision-worker.js', checks.script) }), EvidenceModule, PullsModule.with(pulls), DeliveriesModule.with(delivery), SchedulesModule, NotificationsModule, RetentionModule, ReauditsModule, JobsModule.with({ ...jobs, appUrl: platform.appUrl, logger })],
      providers: [
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_FILTER, useClass: AnsweredBeforeFilter },
        { provide: APP_GUARD, useClass: PermissionGuard },
        { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
        { provide: APP_PIPE, useValue: new StandardSchemaValidationPipe({ exceptionFactory: requestIssues }) },
      ],
    };
  }
}
