import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { type DeliveryChannels } from '../platform/config/delivery-settings.js';
import { DeliveriesController } from './deliveries.controller.js';
import { DeliveriesService } from './deliveries.service.js';
import { DeliveryJobService } from './delivery-job.service.js';
import { DeliveryOptions } from './delivery-options.js';
import { DeliveryEntity } from './delivery.entity.js';
import { OutboxService } from './outbox.service.js';
import { RecipientsService } from './recipients.service.js';

@Global()
@Module({})
export class DeliveriesModule {
  static with(channels: DeliveryChannels | undefined): DynamicModule {
    return {
      module: DeliveriesModule,
      imports: [TypeOrmModule.forFeature([DeliveryEntity])],
      controllers: [DeliveriesController],
      providers: [DeliveriesService, OutboxService, RecipientsService, DeliveryJobService, { provide: DeliveryOptions, useValue: new DeliveryOptions(channels ?? DeliveryOptions.none) }],
      exports: [DeliveriesService, OutboxService, RecipientsService, DeliveryJobService],
    };
  }
}
