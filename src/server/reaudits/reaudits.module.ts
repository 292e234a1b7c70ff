import { Global, Module } from '@nestjs/common';
import { ReauditJobService } from './reaudit-job.service.js';
import { ReauditSettingsService } from './reaudit-settings.service.js';
import { ReauditTickService } from './reaudit-tick.service.js';
import { ReauditsController } from './reaudits.controller.js';

@Global()
@Module({
  controllers: [ReauditsController],
  providers: [ReauditSettingsService, ReauditJobService, ReauditTickService],
  exports: [ReauditJobService],
})
export class ReauditsModule {}
