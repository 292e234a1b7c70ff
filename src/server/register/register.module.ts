import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { WorkerPool, type WorkerPoolOptions } from '../platform/threads/worker-pool.js';
import { CollectionsService } from './collections.service.js';
import { ConfirmationsService } from './confirmations.service.js';
import { ImportJobService } from './import-job.service.js';
import { ImportsController } from './imports.controller.js';
import { ImportsService } from './imports.service.js';
import { RecordChangesService } from './record-changes.service.js';
import { RecordExportService } from './record-export.service.js';
import { RecordRightsService } from './record-rights.service.js';
import { RecordsController } from './records.controller.js';
import { RecordsService } from './records.service.js';
import { RegisterChangesService } from './register-changes.service.js';
import { RegisterCollectionEntity } from './register-collection.entity.js';
import { RegisterRecordEntity } from './register-record.entity.js';
import { RegisterRevisionEntity } from './register-revision.entity.js';
import { RegisterRangesService } from './register-ranges.service.js';
import { RegisterService } from './register.service.js';
import { RegisterStore } from './register-store.service.js';

@Global()
@Module({})
export class RegisterModule {
  static with(options: WorkerPoolOptions): DynamicModule {
    return {
      module: RegisterModule,
      imports: [TypeOrmModule.forFeature([RegisterRecordEntity, RegisterCollectionEntity, RegisterRevisionEntity])],
      controllers: [ImportsController, RecordsController],
      providers: [RegisterStore, RegisterRangesService, RegisterService, RegisterChangesService, RecordsService, RecordChangesService, RecordRightsService, RecordExportService, CollectionsService, ConfirmationsService, ImportsService, ImportJobService, { provide: WorkerPool, useFactory: () => new WorkerPool(options) }],
      exports: [RegisterRangesService, ConfirmationsService, ImportsService, RegisterService, RegisterChangesService, RecordRightsService, ImportJobService],
    };
  }
}
