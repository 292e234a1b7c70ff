import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Clock } from './clock/clock.js';
import { appDataSource } from './database/app-data-source.js';
import { OrganisationScope } from './database/organisation-scope.js';
import { HealthController } from './health/health.controller.js';
import { PublicAddress } from './http/public-address.js';
import { Aids } from './jobs/aids.js';
import { Ticker } from './jobs/ticker.js';
import { MetricsController } from './metrics/metrics.controller.js';
import { KeptAnswers } from './idempotency/kept-answers.js';
import { Metrics } from './metrics/metrics.js';

export interface PlatformOptions {
  /** Address of the database as the application's login. */
  readonly appUrl: string;
  readonly pool: number;
  readonly clock: Clock;
  readonly address: PublicAddress;
}

@Global()
@Module({})
export class PlatformModule {
  static with({ appUrl, pool, clock, address }: PlatformOptions): DynamicModule {
    return {
      module: PlatformModule,
      imports: [TypeOrmModule.forRoot({ ...appDataSource(appUrl, pool), autoLoadEntities: true, retryAttempts: 0 })],
      controllers: [HealthController, MetricsController],
      providers: [{ provide: Clock, useValue: clock }, { provide: PublicAddress, useValue: address }, OrganisationScope, KeptAnswers, Metrics, Ticker, Aids],
      exports: [Clock, PublicAddress, OrganisationScope, KeptAnswers, Metrics, Ticker, Aids],
    };
  }
}
