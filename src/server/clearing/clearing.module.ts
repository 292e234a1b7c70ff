import { Module } from '@nestjs/common';
import { ClearingController } from './clearing.controller.js';
import { ClearingService } from './clearing.service.js';

@Module({ controllers: [ClearingController], providers: [ClearingService] })
export class ClearingModule {}
