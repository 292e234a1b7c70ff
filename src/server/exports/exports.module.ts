import { Module } from '@nestjs/common';
import { ExportsController } from './exports.controller.js';
import { ListExportService } from './list-export.service.js';

@Module({ controllers: [ExportsController], providers: [ListExportService] })
export class ExportsModule {}
