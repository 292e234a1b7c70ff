import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { WorkerPool, type WorkerPoolOptions } from '../platform/threads/worker-pool.js';
import { DecisionEntity } from './decision.entity.js';
import { DecisionEventEntity } from './decision-event.entity.js';
import { DecisionInputEntity } from './decision-input.entity.js';
import { DecisionStandingsService } from './decision-standings.service.js';
import { DecisionStore } from './decision-store.service.js';
import { DecisionThreadsService } from './decision-threads.service.js';
import { DecisionsController } from './decisions.controller.js';
import { DecisionsService } from './decisions.service.js';

@Global()
@Module({})
export class DecisionsModule {
  static with(options: WorkerPoolOptions): DynamicModule {
    return {
      module: DecisionsModule,
      imports: [TypeOrmModule.forFeature([DecisionEntity, DecisionInputEntity, DecisionEventEntity])],
      controllers: [DecisionsController],
      providers: [DecisionsService, DecisionStandingsService, DecisionStore, DecisionThreadsService, { provide: WorkerPool, useFactory: () => new WorkerPool(options) }],
      exports: [DecisionStandingsService],
    };
  }
}
