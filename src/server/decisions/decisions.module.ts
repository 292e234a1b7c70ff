import { type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { WorkerPool, type WorkerPoolOptions } from '../platform/threads/worker-pool.js';
import { DecisionEntity } from './decision.entity.js';
import { DecisionEventEntity } from './decision-event.entity.js';
import { DecisionInputEntity } from './decision-input.entity.js';
import { DecisionStore } from './decision-store.service.js';
import { DecisionThreadsService } from './decision-threads.service.js';
import { DecisionsController } from './decisions.controller.js';
import { DecisionsService } from './decisions.service.js';

@Module({})
export class DecisionsModule {
  static with(options: WorkerPoolOptions): DynamicModule {
    return {
      module: DecisionsModule,
      imports: [TypeOrmModule.forFeature([DecisionEntity, DecisionInputEntity, DecisionEventEntity])],
      controllers: [DecisionsController],
      providers: [DecisionsService, DecisionStore, DecisionThreadsService, { provide: WorkerPool, useFactory: () => new WorkerPool(options) }],
    };
  }
}
