import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LogController } from './log.controller.js';
import { LogEntryEntity } from './log-entry.entity.js';
import { LogService } from './log.service.js';

@Global()
@Module({ imports: [TypeOrmModule.forFeature([LogEntryEntity])], controllers: [LogController], providers: [LogService], exports: [LogService] })
export class LogModule {}
