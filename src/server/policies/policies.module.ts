import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { WorkerPool, type WorkerPoolOptions } from '../platform/threads/worker-pool.js';
import { OwnPoliciesController } from './own-policies.controller.js';
import { OwnPoliciesService } from './own-policies.service.js';
import { OwnPolicyEventEntity } from './own-policy-event.entity.js';
import { OwnPolicyEntity } from './own-policy.entity.js';
import { PoliciesController } from './policies.controller.js';
import { PoliciesService } from './policies.service.js';
import { WrittenPoliciesController } from './written-policies.controller.js';
import { WrittenPoliciesService } from './written-policies.service.js';

@Global()
@Module({})
export class PoliciesModule {
  static with(options: WorkerPoolOptions): DynamicModule {
    return {
      module: PoliciesModule,
      imports: [TypeOrmModule.forFeature([OwnPolicyEntity, OwnPolicyEventEntity])],
      controllers: [PoliciesController, WrittenPoliciesController, OwnPoliciesController],
      providers: [PoliciesService, OwnPoliciesService, WrittenPoliciesService, { provide: WorkerPool, useFactory: () => new WorkerPool(options) }],
      exports: [PoliciesService, OwnPoliciesService, WrittenPoliciesService],
    };
  }
}
