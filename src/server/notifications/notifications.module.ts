import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { HappeningsService } from './happenings.service.js';
import { NotificationEntity } from './notification.entity.js';
import { NotificationSettingsService } from './notification-settings.service.js';
import { NotificationTickService } from './notification-tick.service.js';
import { NotificationsController } from './notifications.controller.js';
import { NotificationsService } from './notifications.service.js';
import { UnconfirmedService } from './unconfirmed.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([NotificationEntity])],
  controllers: [NotificationsController],
  providers: [NotificationsService, NotificationSettingsService, HappeningsService, UnconfirmedService, NotificationTickService],
})
export class NotificationsModule {}
