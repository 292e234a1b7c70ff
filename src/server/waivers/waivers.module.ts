import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { WaiverEventEntity } from './waiver-event.entity.js';
import { WaiverEntity } from './waiver.entity.js';
import { WaiversController } from './waivers.controller.js';
import { WaiversService } from './waivers.service.js';

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([WaiverEntity, WaiverEventEntity])],
  controllers: [WaiversController],
  providers: [WaiversService],
  exports: [WaiversService],
})
export class WaiversModule {}
