import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Asker } from '../platform/authorization/asker.decorator.js';
import { type Principal } from '../platform/authorization/principal.js';
import { Requires } from '../platform/authorization/requires.decorator.js';
import { problemResponse } from '../platform/http/problem-response.js';
import { recordId } from '../platform/http/record-id.js';
import { clearancePage, clearanceQuery, clearanceView, revocation, type ClearancePage, type ClearanceQuery, type ClearanceView, type Revocation } from './clearance-shapes.js';
import { ClearancesService } from './clearances.service.js';

@ApiTags('clearances')
@Controller('api/v1/clearances')
export class ClearancesController {
  constructor(private readonly clearances: ClearancesService) {}

  @Get()
  @Requires('clearance:read')
  @ApiOperation({ summary: 'What was cleared to run, newest first', operationId: 'listClearances' })
  @ApiOkResponse({ standardSchema: clearancePage })
  @ApiResponse(problemResponse(400, 'a parameter is wrong'))
  list(@Asker() asker: Principal, @Query({ schema: clearanceQuery }) query: ClearanceQuery): Promise<ClearancePage> {
    return this.clearances.list(asker, query);
  }

  @Get(':id')
  @Requires('clearance:read')
  @ApiOperation({ summary: 'One clearance', operationId: 'getClearance' })
  @ApiOkResponse({ standardSchema: clearanceView })
  @ApiResponse(problemResponse(400, 'the id is not a UUID'))
  @ApiResponse(problemResponse(404, 'no such clearance'))
  read(@Asker() asker: Principal, @Param('id', { schema: recordId }) id: string): Promise<ClearanceView> {
    return this.clearances.read(asker, id);
  }

  @Post(':id/revoke')
  @HttpCode(200)
  @Requires('clearance:grant')
  @ApiOperation({ summary: 'Take a clearance back', description: 'What was cleared before it does not come back: clear anew.', operationId: 'revokeClearance' })
  @ApiOkResponse({ standardSchema: clearanceView })
  @ApiResponse(problemResponse(400, 'the id is not a UUID, or the body does not fit the schema'))
  @ApiResponse(problemResponse(404, 'no such clearance'))
  @ApiResponse(problemResponse(409, 'it was revoked or replaced already'))
  revoke(@Asker() asker: Principal, @Param('id', { schema: recordId }) id: string, @Body({ schema: revocation }) { reason }: Revocation): Promise<ClearanceView> {
    return this.clearances.revoke(asker, id, reason);
  }
}
