import { Body, Controller, Get, Headers, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { Asker } from '../platform/authorization/asker.decorator.js';
import { type Principal } from '../platform/authorization/principal.js';
import { Requires } from '../platform/authorization/requires.decorator.js';
import { problemResponse } from '../platform/http/problem-response.js';
import { readMatch } from '../platform/http/read-match.js';
import { findingChange, findingComment, findingId, findingPage, findingQuery, findingView, type FindingChange, type FindingComment, type FindingPage, type FindingQuery, type FindingView } from './finding-shapes.js';
import { FindingsService } from './findings.service.js';

const entityTag = { ETag: { description: 'names this version of the finding, for If-Match', schema: { type: 'string' as const } } };

@ApiTags('findings')
@Controller('api/v1/findings')
export class FindingsController {
  constructor(private readonly findings: FindingsService) {}

  @Get()
  @Requires('finding:read')
  @ApiOperation({ summary: 'Findings of the register and where each stands', operationId: 'listFindings' })
  @ApiOkResponse({ standardSchema: findingPage })
  @ApiResponse(problemResponse(400, 'a parameter is wrong'))
  list(@Asker() asker: Principal, @Query({ schema: findingQuery }) query: FindingQuery): Promise<FindingPage> {
    return this.findings.list(asker, query);
  }

  @Get(':id')
  @Requires('finding:read')
  @ApiOperation({ summary: 'One finding: its explanation, and everything that happened to it', operationId: 'getFinding' })
  @ApiOkResponse({ standardSchema: findingView, headers: entityTag })
  @ApiResponse(problemResponse(400, 'the id is no fingerprint'))
  @ApiResponse(problemResponse(404, 'no such finding'))
  async read(@Asker() asker: Principal, @Param('id', { schema: findingId }) id: string, @Res() reply: FastifyReply): Promise<void> {
    await answer(reply, 200, await this.findings.read(asker, id));
  }

  @Patch(':id')
  @Requires('finding:work')
  @ApiOperation({ summary: 'Take a finding up, give it to someone, or put it down', description: 'Only an audit resolves a finding.', operationId: 'changeFinding' })
  @ApiHeader({ name: 'If-Match', required: false, description: 'the ETag of the version that is changed' })
  @ApiOkResponse({ standardSchema: findingView, headers: entityTag })
  @ApiResponse(problemResponse(400, 'the body does not fit the schema, or the assignee cannot sign in'))
  @ApiResponse(problemResponse(404, 'no such finding'))
  @ApiResponse(problemResponse(409, 'the finding is resolved or waived'))
  @ApiResponse(problemResponse(412, 'the finding is no longer the version that is named'))
  @ApiResponse(problemResponse(428, 'no version is named'))
  async change(@Asker() asker: Principal, @Param('id', { schema: findingId }) id: string, @Body({ schema: findingChange }) change: FindingChange, @Headers('if-match') match: string | undefined, @Res() reply: FastifyReply): Promise<void> {
    await answer(reply, 200, await this.findings.change(asker, id, change, readMatch(match)));
  }

  @Post(':id/comments')
  @Requires('finding:work')
  @ApiOperation({ summary: 'Say something on a finding', operationId: 'commentFinding' })
  @ApiCreatedResponse({ standardSchema: findingView, headers: entityTag })
  @ApiResponse(problemResponse(400, 'the body does not fit the schema'))
  @ApiResponse(problemResponse(404, 'no such finding'))
  async comment(@Asker() asker: Principal, @Param('id', { schema: findingId }) id: string, @Body({ schema: findingComment }) { text }: FindingComment, @Res() reply: FastifyReply): Promise<void> {
    await answer(reply, 201, await this.findings.comment(asker, id, text));
  }
}

async function answer(reply: FastifyReply, status: number, finding: FindingView): Promise<void> {
  await reply.code(status).header('etag', `"${finding.version}"`).header('cache-control', 'private, no-cache').send(finding);
}
