import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EvidenceArchiveService } from './evidence-archive.service.js';
import { EvidenceController } from './evidence.controller.js';
import { EvidenceEntity } from './evidence.entity.js';
import { EvidenceService } from './evidence.service.js';

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([EvidenceEntity])],
  controllers: [EvidenceController],
  providers: [EvidenceService, EvidenceArchiveService],
  exports: [EvidenceService],
})
export class EvidenceModule {}
