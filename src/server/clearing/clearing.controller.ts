import { Body, Controller, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { Asker } from '../platform/authorization/asker.decorator.js';
import { type Principal } from '../platform/authorization/principal.js';
import { Requires } from '../platform/authorization/requires.decorator.js';
import { problemResponse } from '../platform/http/problem-response.js';
import { clearanceRequest, grantedClearance, type ClearanceRequest } from './clearing-shapes.js';
import { ClearingService } from './clearing.service.js';

@ApiTags('clearances')
@Controller('api/v1/clearances')
export class ClearingController {
  constructor(private readonly clearing: ClearingService) {}

  @Post()
  @Requires('clearance:grant')
  @ApiOperation({ summary: 'Clear the weights and the image of a deployment to run', description: 'The digests are those that the audit saw. It replaces what was cleared for the deployment before.', operationId: 'grantClearance' })
  @ApiCreatedResponse({ standardSchema: grantedClearance, headers: { Location: { description: 'path of the clearance', schema: { type: 'string' } } } })
  @ApiResponse(problemResponse(400, 'the body does not fit the schema, or it would last too long'))
  @ApiResponse(problemResponse(404, 'no such audit or deployment'))
  @ApiResponse(problemResponse(409, 'something stands against it, named one by one under `errors`'))
  @ApiResponse(problemResponse(503, 'too many checks are waiting'))
  async grant(@Asker() asker: Principal, @Body({ schema: clearanceRequest }) request: ClearanceRequest, @Res() reply: FastifyReply): Promise<void> {
    const granted = await this.clearing.grant(asker, request);
    await reply.code(201).header('location', `/api/v1/clearances/${granted.id}`).send(granted);
  }
}
