import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { FindingEventEntity } from './finding-event.entity.js';
import { FindingFollowService } from './finding-follow.service.js';
import { FindingEntity } from './finding.entity.js';
import { FindingsController } from './findings.controller.js';
import { FindingsService } from './findings.service.js';

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([FindingEntity, FindingEventEntity])],
  controllers: [FindingsController],
  providers: [FindingsService, FindingFollowService],
  exports: [FindingsService, FindingFollowService],
})
export class FindingsModule {}
