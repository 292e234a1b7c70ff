import { Global, Module } from '@nestjs/common';
import { RetentionController } from './retention.controller.js';
import { RetentionJobService } from './retention-job.service.js';
import { RetentionService } from './retention.service.js';
import { RetentionSettingsService } from './retention-settings.service.js';
import { RetentionTickService } from './retention-tick.service.js';

@Global()
@Module({
  controllers: [RetentionController],
  providers: [RetentionService, RetentionSettingsService, RetentionJobService, RetentionTickService],
  exports: [RetentionJobService],
})
export class RetentionModule {}
