import { type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditEntity } from './audit.entity.js';
import { AuditsController } from './audits.controller.js';
import { AuditsService } from './audits.service.js';
import { ChecksController } from './checks.controller.js';
import { WorkerPool, type WorkerPoolOptions } from './worker-pool.js';

@Module({})
export class AuditsModule {
  static with(options: WorkerPoolOptions): DynamicModule {
    return {
      module: AuditsModule,
      imports: [TypeOrmModule.forFeature([AuditEntity])],
      controllers: [ChecksController, AuditsController],
      providers: [AuditsService, { provide: WorkerPool, useFactory: () => new WorkerPool(options) }],
      exports: [AuditsService],
    };
  }
}
