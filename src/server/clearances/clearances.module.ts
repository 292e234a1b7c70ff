import { Global, Module } from '@nestjs/common';
import { ClearancesController } from './clearances.controller.js';
import { ClearancesService } from './clearances.service.js';

@Global()
@Module({ controllers: [ClearancesController], providers: [ClearancesService], exports: [ClearancesService] })
export class ClearancesModule {}
