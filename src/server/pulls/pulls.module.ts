import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { type ConfiguredPull } from '../platform/config/pull-connection.js';
import { ConfiguredPulls } from './configured-pulls.js';
import { PullEntity } from './pull.entity.js';
import { PullJobService } from './pull-job.service.js';
import { PullsController } from './pulls.controller.js';
import { PullsService } from './pulls.service.js';

@Global()
@Module({})
export class PullsModule {
  static with(pulls: readonly ConfiguredPull[]): DynamicModule {
    return {
      module: PullsModule,
      imports: [TypeOrmModule.forFeature([PullEntity])],
      controllers: [PullsController],
      providers: [PullsService, PullJobService, { provide: ConfiguredPulls, useValue: new ConfiguredPulls(pulls) }],
      exports: [PullsService, PullJobService],
    };
  }
}
