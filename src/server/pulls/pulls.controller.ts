import { Controller, Get, Headers, HttpCode, Param, Post, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { Asker } from '../platform/authorization/asker.decorator.js';
import { type Principal } from '../platform/authorization/principal.js';
import { Requires } from '../platform/authorization/requires.decorator.js';
import { connectionName } from '../platform/config/connection-name.js';
import { problemResponse } from '../platform/http/problem-response.js';
import { OwnIdempotencyKeys } from '../platform/idempotency/own-idempotency-keys.decorator.js';
import { readIdempotencyKey } from '../platform/idempotency/read-idempotency-key.js';
import { recordId } from '../platform/http/record-id.js';
import { JobDesk } from '../platform/jobs/job-desk.js';
import { jobView } from '../platform/jobs/job-view.js';
import { connectionList, pullPage, pullQuery, pullResult, type ConnectionList, type PullPage, type PullQuery } from './pull-shapes.js';
import { PullsService } from './pulls.service.js';

@ApiTags('pulls')
@Controller('api/v1/pulls')
export class PullsController {
  constructor(
    private readonly pulls: PullsService,
    private readonly jobs: JobDesk,
  ) {}

  @Get()
  @Requires('pull:read')
  @ApiOperation({ summary: 'The systems that can be pulled from, without their secrets', description: 'They are configured in the file that DOMICILE_PULLS names; without it there are none.', operationId: 'listPullConnections' })
  @ApiOkResponse({ standardSchema: connectionList })
  list(@Asker() asker: Principal): Promise<ConnectionList> {
    return this.pulls.connections(asker);
  }

  @Post(':name')
  @HttpCode(202)
  @OwnIdempotencyKeys()
  @Requires('pull:run')
  @ApiOperation({ summary: 'Pull from a system, read-only, as a job', description: 'The result of the job is what was pulled. What could not be read is a gap of its report: unknown, not absent.', operationId: 'runPull' })
  @ApiAcceptedResponse({ standardSchema: jobView, headers: { Location: { description: 'address of the job', schema: { type: 'string' } } } })
  @ApiResponse(problemResponse(400, 'the name or the Idempotency-Key is wrong'))
  @ApiResponse(problemResponse(404, 'no such connection'))
  @ApiResponse(problemResponse(409, 'the Idempotency-Key came before with another request'))
  async run(@Asker() asker: Principal, @Param('name', { schema: connectionName }) name: string, @Headers('idempotency-key') key: string | undefined, @Res() reply: FastifyReply): Promise<void> {
    this.pulls.requireConnection(name);
    const { job } = await this.jobs.ask(asker, { kind: 'pull', input: { connection: name } }, readIdempotencyKey(key));
    await reply.code(202).header('location', `/api/v1/jobs/${job.id}`).send(job);
  }

  @Get(':name/results')
  @Requires('pull:read')
  @ApiOperation({ summary: 'Kept pulls of a connection, newest first', operationId: 'listPulls' })
  @ApiOkResponse({ standardSchema: pullPage })
  @ApiResponse(problemResponse(400, 'a parameter is wrong'))
  results(@Asker() asker: Principal, @Param('name', { schema: connectionName }) name: string, @Query({ schema: pullQuery }) query: PullQuery): Promise<PullPage> {
    return this.pulls.list(asker, name, query);
  }

  @Get(':name/results/:id')
  @Requires('pull:read')
  @ApiOperation({ summary: 'What a pull brought, with its report', description: '`files` can be sent as they stand to POST /api/v1/checks or POST /api/v1/register/imports.', operationId: 'getPull' })
  @ApiOkResponse({ standardSchema: pullResult })
  @ApiResponse(problemResponse(400, 'the id is not a UUID'))
  @ApiResponse(problemResponse(404, 'no such pull'))
  async result(@Asker() asker: Principal, @Param('name', { schema: connectionName }) name: string, @Param('id', { schema: recordId }) id: string, @Res() reply: FastifyReply): Promise<void> {
    await reply.type('application/json; charset=utf-8').header('cache-control', 'private, no-cache').send(await this.pulls.result(asker, id, name));
  }

  @Get(':name/results/:id/sources.zip')
  @Requires('pull:read')
  @ApiOperation({ summary: 'What a pull brought as a ZIP, for domicile check', operationId: 'getPullSources' })
  @ApiOkResponse({ description: 'the files, with the report among them as pull.json', content: { 'application/zip': { schema: { type: 'string', format: 'binary' } } } })
  @ApiResponse(problemResponse(400, 'the id is not a UUID'))
  @ApiResponse(problemResponse(404, 'no such pull'))
  async sources(@Asker() asker: Principal, @Param('name', { schema: connectionName }) name: string, @Param('id', { schema: recordId }) id: string): Promise<StreamableFile> {
    return new StreamableFile(await this.pulls.zip(asker, id, name), { type: 'application/zip', disposition: `attachment; filename="pull-${id}.zip"` });
  }
}
