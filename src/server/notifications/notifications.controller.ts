import { Body, Controller, Get, Headers, HttpCode, Post, Put, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { Asker } from '../platform/authorization/asker.decorator.js';
import { type Principal } from '../platform/authorization/principal.js';
import { Requires } from '../platform/authorization/requires.decorator.js';
import { problemResponse } from '../platform/http/problem-response.js';
import { readMatch } from '../platform/http/read-match.js';
import { NotificationSettingsService } from './notification-settings.service.js';
import { notificationPage, notificationQuery, notificationSettings, notificationsRead, notificationTerms, type NotificationPage, type NotificationQuery, type NotificationSettings, type NotificationsRead, type NotificationTerms } from './notification-shapes.js';
import { NotificationsService } from './notifications.service.js';

const entityTag = { ETag: { description: 'names this version of the settings, for If-Match', schema: { type: 'string' as const } } };

@ApiTags('notifications')
@Controller('api/v1/notifications')
export class NotificationsController {
  constructor(
    private readonly notifications: NotificationsService,
    private readonly settings: NotificationSettingsService,
  ) {}

  @Get()
  @Requires('notification:read')
  @ApiOperation({ summary: 'Notifications, newest first', operationId: 'listNotifications' })
  @ApiOkResponse({ standardSchema: notificationPage })
  @ApiResponse(problemResponse(400, 'a parameter is wrong'))
  list(@Asker() asker: Principal, @Query({ schema: notificationQuery }) query: NotificationQuery): Promise<NotificationPage> {
    return this.notifications.list(asker, query);
  }

  @Post('read')
  @HttpCode(204)
  @Requires('notification:read')
  @ApiOperation({ summary: 'Mark notifications as read, for oneself', operationId: 'readNotifications' })
  @ApiNoContentResponse({ description: 'marked' })
  @ApiResponse(problemResponse(400, 'the body does not fit the schema'))
  @ApiResponse(problemResponse(404, 'no such notification'))
  async markRead(@Asker() asker: Principal, @Body({ schema: notificationsRead }) { ids }: NotificationsRead): Promise<void> {
    await this.notifications.markRead(asker, ids);
  }

  @Get('settings')
  @Requires('delivery:manage')
  @ApiOperation({ summary: 'What goes where', operationId: 'getNotificationSettings' })
  @ApiOkResponse({ standardSchema: notificationSettings, headers: entityTag })
  async read(@Asker() asker: Principal, @Res() reply: FastifyReply): Promise<void> {
    await answer(reply, await this.settings.read(asker));
  }

  @Put('settings')
  @Requires('delivery:manage')
  @ApiOperation({ summary: 'Say what goes where', operationId: 'changeNotificationSettings' })
  @ApiHeader({ name: 'If-Match', required: true, description: 'the ETag that was read' })
  @ApiOkResponse({ standardSchema: notificationSettings, headers: entityTag })
  @ApiResponse(problemResponse(400, 'the body does not fit the schema, or a recipient may not receive'))
  @ApiResponse(problemResponse(412, 'they have changed since'))
  @ApiResponse(problemResponse(428, 'If-Match is missing'))
  async change(@Asker() asker: Principal, @Body({ schema: notificationTerms }) terms: NotificationTerms, @Headers('if-match') match: string | undefined, @Res() reply: FastifyReply): Promise<void> {
    await answer(reply, await this.settings.change(asker, terms, readMatch(match)));
  }
}

async function answer(reply: FastifyReply, settings: NotificationSettings): Promise<void> {
  await reply.code(200).header('etag', `"${settings.version}"`).header('cache-control', 'private, no-cache').send(settings);
}
