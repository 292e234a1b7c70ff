import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { StandardSchemaValidationPipe } from '@nestjs/common';
import { AccessModule } from './access/access.module.js';
import { AuditsModule } from './audits/audits.module.js';
import { type WorkerPoolOptions } from './audits/worker-pool.js';
import { LogModule } from './log/log.module.js';
import { PermissionGuard } from './platform/authorization/permission.guard.js';
import { type OidcSettings } from './platform/config/server-config.js';
import { PlatformModule, type PlatformOptions } from './platform/platform.module.js';
import { ProblemFilter } from './platform/problem/problem.filter.js';
import { requestIssues } from './platform/problem/request-issues.js';

export interface AppOptions {
  readonly platform: PlatformOptions;
  readonly checks: WorkerPoolOptions;
  readonly oidc: OidcSettings | undefined;
}

@Module({})
export class AppModule {
  static with({ platform, checks, oidc }: AppOptions): DynamicModule {
    return {
      module: AppModule,
      imports: [PlatformModule.with(platform), LogModule, AccessModule.with(oidc), AuditsModule.with(checks)],
      providers: [
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_GUARD, useClass: PermissionGuard },
        { provide: APP_PIPE, useValue: new StandardSchemaValidationPipe({ exceptionFactory: requestIssues }) },
      ],
    };
  }
}
