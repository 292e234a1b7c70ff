import { Body, Controller, Get, Headers, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { Asker } from '../platform/authorization/asker.decorator.js';
import { type Principal } from '../platform/authorization/principal.js';
import { Requires } from '../platform/authorization/requires.decorator.js';
import { problemResponse } from '../platform/http/problem-response.js';
import { readMatch } from '../platform/http/read-match.js';
import { recordId } from '../platform/http/record-id.js';
import { waiverStep } from './waiver-step.decorator.js';
import { waiverDraft, waiverPage, waiverQuery, waiverRemark, waiverView, type WaiverDraft, type WaiverPage, type WaiverQuery, type WaiverRemark, type WaiverView } from './waiver-shapes.js';
import { WaiversService } from './waivers.service.js';

const entityTag = { ETag: { description: 'names this version of the waiver, for If-Match', schema: { type: 'string' as const } } };

@ApiTags('waivers')
@Controller('api/v1/waivers')
export class WaiversController {
  constructor(private readonly waivers: WaiversService) {}

  @Get()
  @Requires('waiver:read')
  @ApiOperation({ summary: 'Waivers, newest first', operationId: 'listWaivers' })
  @ApiOkResponse({ standardSchema: waiverPage })
  @ApiResponse(problemResponse(400, 'a parameter is wrong'))
  list(@Asker() asker: Principal, @Query({ schema: waiverQuery }) query: WaiverQuery): Promise<WaiverPage> {
    return this.waivers.list(asker, query);
  }

  @Post()
  @Requires('waiver:request')
  @ApiOperation({ summary: 'Draft a waiver for findings', description: 'It waives nothing until someone else with a role that the pack asks for has approved it.', operationId: 'draftWaiver' })
  @ApiCreatedResponse({ standardSchema: waiverView, headers: entityTag })
  @ApiResponse(problemResponse(400, 'the body does not fit the schema, the findings are of several packs, or it would last too long'))
  async draft(@Asker() asker: Principal, @Body({ schema: waiverDraft }) wanted: WaiverDraft, @Res() reply: FastifyReply): Promise<void> {
    await answer(reply, 201, await this.waivers.draft(asker, wanted));
  }

  @Get(':id')
  @Requires('waiver:read')
  @ApiOperation({ summary: 'One waiver and everything that happened to it', operationId: 'getWaiver' })
  @ApiOkResponse({ standardSchema: waiverView, headers: entityTag })
  @ApiResponse(problemResponse(400, 'the id is not a UUID'))
  @ApiResponse(problemResponse(404, 'no such waiver'))
  async read(@Asker() asker: Principal, @Param('id', { schema: recordId }) id: string, @Res() reply: FastifyReply): Promise<void> {
    await answer(reply, 200, await this.waivers.read(asker, id));
  }

  @Put(':id')
  @Requires('waiver:request')
  @waiverStep({ summary: 'Change a waiver of one’s own that is no more than a draft, was rejected or has re-opened', operationId: 'changeWaiver' })
  async change(@Asker() asker: Principal, @Param('id', { schema: recordId }) id: string, @Body({ schema: waiverDraft }) wanted: WaiverDraft, @Headers('if-match') match: string | undefined, @Res() reply: FastifyReply): Promise<void> {
    await answer(reply, 200, await this.waivers.change(asker, id, wanted, readMatch(match)));
  }

  @Post(':id/submit')
  @HttpCode(200)
  @Requires('waiver:request')
  @waiverStep({ summary: 'Put a waiver before those who approve', operationId: 'submitWaiver' })
  async submit(@Asker() asker: Principal, @Param('id', { schema: recordId }) id: string, @Headers('if-match') match: string | undefined, @Res() reply: FastifyReply): Promise<void> {
    await answer(reply, 200, await this.waivers.submit(asker, id, readMatch(match)));
  }

  @Post(':id/approve')
  @HttpCode(200)
  @Requires('waiver:approve')
  @waiverStep({ summary: 'Approve a waiver for its findings as they are now', operationId: 'approveWaiver' })
  async approve(@Asker() asker: Principal, @Param('id', { schema: recordId }) id: string, @Body({ schema: waiverRemark }) { remark }: WaiverRemark, @Headers('if-match') match: string | undefined, @Res() reply: FastifyReply): Promise<void> {
    await answer(reply, 200, await this.waivers.approve(asker, id, remark, readMatch(match)));
  }

  @Post(':id/reject')
  @HttpCode(200)
  @Requires('waiver:approve')
  @waiverStep({ summary: 'Send a waiver back to who requested it', operationId: 'rejectWaiver' })
  async reject(@Asker() asker: Principal, @Param('id', { schema: recordId }) id: string, @Body({ schema: waiverRemark }) { remark }: WaiverRemark, @Headers('if-match') match: string | undefined, @Res() reply: FastifyReply): Promise<void> {
    await answer(reply, 200, await this.waivers.reject(asker, id, remark, readMatch(match)));
  }

  @Post(':id/withdraw')
  @HttpCode(200)
  @Requires('waiver:request')
  @waiverStep({ summary: 'End a waiver for good, in force or not', operationId: 'withdrawWaiver' })
  async withdraw(@Asker() asker: Principal, @Param('id', { schema: recordId }) id: string, @Body({ schema: waiverRemark }) { remark }: WaiverRemark, @Headers('if-match') match: string | undefined, @Res() reply: FastifyReply): Promise<void> {
    await answer(reply, 200, await this.waivers.withdraw(asker, id, remark, readMatch(match)));
  }
}

async function answer(reply: FastifyReply, status: number, waiver: WaiverView): Promise<void> {
  await reply.code(status).header('etag', `"${waiver.version}"`).header('cache-control', 'private, no-cache').send(waiver);
}
