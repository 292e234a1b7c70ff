import { Global, Module } from '@nestjs/common';
import { LogController } from './log.controller.js';
import { LogService } from './log.service.js';

@Global()
@Module({ controllers: [LogController], providers: [LogService], exports: [LogService] })
export class LogModule {}
