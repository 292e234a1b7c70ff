import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Asker } from '../platform/authorization/asker.decorator.js';
import { type Principal } from '../platform/authorization/principal.js';
import { Requires } from '../platform/authorization/requires.decorator.js';
import { problemResponse } from '../platform/http/problem-response.js';
import { recordId } from '../platform/http/record-id.js';
import { DeliveriesService } from './deliveries.service.js';
import { channelList, deliveryPage, deliveryQuery, deliveryView, type ChannelList, type DeliveryPage, type DeliveryQuery, type DeliveryView } from './delivery-shapes.js';

@ApiTags('deliveries')
@Controller('api/v1/deliveries')
export class DeliveriesController {
  constructor(private readonly deliveries: DeliveriesService) {}

  @Get()
  @Requires('delivery:manage')
  @ApiOperation({ summary: 'What was sent to whom, newest first, with every attempt', operationId: 'listDeliveries' })
  @ApiOkResponse({ standardSchema: deliveryPage })
  @ApiResponse(problemResponse(400, 'a parameter is wrong'))
  list(@Asker() asker: Principal, @Query({ schema: deliveryQuery }) query: DeliveryQuery): Promise<DeliveryPage> {
    return this.deliveries.list(asker, query);
  }

  @Get('channels')
  @Requires('delivery:manage')
  @ApiOperation({ summary: 'The ways out that this server has, by name', description: 'They stand in the file that DOMICILE_DELIVERY names.', operationId: 'listDeliveryChannels' })
  @ApiOkResponse({ standardSchema: channelList })
  channels(): ChannelList {
    return this.deliveries.channels();
  }

  @Get(':id')
  @Requires('delivery:manage')
  @ApiOperation({ summary: 'One delivery', operationId: 'getDelivery' })
  @ApiOkResponse({ standardSchema: deliveryView })
  @ApiResponse(problemResponse(400, 'the id is not a UUID'))
  @ApiResponse(problemResponse(404, 'no such delivery'))
  read(@Asker() asker: Principal, @Param('id', { schema: recordId }) id: string): Promise<DeliveryView> {
    return this.deliveries.read(asker, id);
  }

  @Post(':id/resend')
  @HttpCode(200)
  @Requires('delivery:manage')
  @ApiOperation({ summary: 'Send again what was given up, under the same id', operationId: 'resendDelivery' })
  @ApiOkResponse({ standardSchema: deliveryView })
  @ApiResponse(problemResponse(400, 'the id is not a UUID'))
  @ApiResponse(problemResponse(404, 'no such delivery'))
  @ApiResponse(problemResponse(409, 'it waits or was delivered, or its text is no longer kept'))
  resend(@Asker() asker: Principal, @Param('id', { schema: recordId }) id: string): Promise<DeliveryView> {
    return this.deliveries.resend(asker, id);
  }
}
