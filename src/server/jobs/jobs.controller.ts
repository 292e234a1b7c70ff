import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { Asker } from '../platform/authorization/asker.decorator.js';
import { type Principal } from '../platform/authorization/principal.js';
import { Requires } from '../platform/authorization/requires.decorator.js';
import { problemResponse } from '../platform/http/problem-response.js';
import { OwnIdempotencyKeys } from '../platform/idempotency/own-idempotency-keys.decorator.js';
import { readIdempotencyKey } from '../platform/idempotency/read-idempotency-key.js';
import { recordId } from '../platform/http/record-id.js';
import { jobView, type JobView } from '../platform/jobs/job-view.js';
import { jobPage, jobQuery, newJob, type JobPage, type JobQuery, type NewJob } from './job-shapes.js';
import { JobsService } from './jobs.service.js';

@ApiTags('jobs')
@Controller('api/v1/jobs')
export class JobsController {
  constructor(private readonly jobs: JobsService) {}

  @Post()
  @OwnIdempotencyKeys()
  @Requires('job:create')
  @ApiOperation({ summary: 'Let a job wait for a process that is free', description: 'A job may do what its asker may: `audit` needs audit:create, `register-audit` register:audit, `report` audit:read, `import` register:write. The same Idempotency-Key with the same body answers, with 200, the job that it made before.', operationId: 'createJob' })
  @ApiCreatedResponse({ standardSchema: jobView, headers: { Location: { description: 'address of the job', schema: { type: 'string' } } } })
  @ApiOkResponse({ standardSchema: jobView, description: 'the job that this Idempotency-Key made before' })
  @ApiResponse(problemResponse(400, 'the body is not JSON or does not fit the schema'))
  @ApiResponse(problemResponse(409, 'the Idempotency-Key came before with another body'))
  @ApiResponse(problemResponse(413, 'the body is too large'))
  @ApiResponse(problemResponse(415, 'the body is not JSON'))
  async create(@Asker() asker: Principal, @Body({ schema: newJob }) wanted: NewJob, @Headers('idempotency-key') key: string | undefined, @Res() reply: FastifyReply): Promise<void> {
    const { job, made } = await this.jobs.ask(asker, wanted, readIdempotencyKey(key));
    await reply.code(made ? 201 : 200).header('location', `/api/v1/jobs/${job.id}`).send(job);
  }

  @Get()
  @Requires('job:read')
  @ApiOperation({ summary: 'Jobs, newest first', operationId: 'listJobs' })
  @ApiOkResponse({ standardSchema: jobPage })
  @ApiResponse(problemResponse(400, 'a parameter is wrong'))
  list(@Asker() asker: Principal, @Query({ schema: jobQuery }) query: JobQuery): Promise<JobPage> {
    return this.jobs.list(asker, query);
  }

  @Get(':id')
  @Requires('job:read')
  @ApiOperation({ summary: 'How far a job is, and how it ended', operationId: 'getJob' })
  @ApiOkResponse({ standardSchema: jobView })
  @ApiResponse(problemResponse(400, 'the id is not a UUID'))
  @ApiResponse(problemResponse(404, 'no such job'))
  read(@Asker() asker: Principal, @Param('id', { schema: recordId }) id: string): Promise<JobView> {
    return this.jobs.read(asker, id);
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @Requires('job:create')
  @ApiOperation({ summary: 'Cancel a job that waits or runs', description: "Own jobs; another's needs job:cancel. What runs stops within a second and nothing of it is stored. Cancelling again changes nothing.", operationId: 'cancelJob' })
  @ApiOkResponse({ standardSchema: jobView })
  @ApiResponse(problemResponse(400, 'the id is not a UUID'))
  @ApiResponse(problemResponse(404, 'no such job'))
  @ApiResponse(problemResponse(409, 'the job has ended already'))
  cancel(@Asker() asker: Principal, @Param('id', { schema: recordId }) id: string): Promise<JobView> {
    return this.jobs.cancel(asker, id);
  }

  @Get(':id/result')
  @Requires('job:read')
  @ApiOperation({ summary: 'What a job made: the audit or import as JSON, the report as PDF', operationId: 'getJobResult' })
  @ApiOkResponse({
    description: 'the bytes of the result',
    content: { 'application/json': { schema: { anyOf: [{ $ref: '#/components/schemas/AuditResult' }, { $ref: '#/components/schemas/Import' }, { $ref: '#/components/schemas/RetentionRun' }] } }, 'application/pdf': { schema: { type: 'string', format: 'binary' } } },
    headers: { 'Repr-Digest': { description: 'SHA-256 of the bytes (RFC 9530)', schema: { type: 'string' } }, 'Content-Location': { description: 'address of the record that the job made', schema: { type: 'string' } } },
  })
  @ApiResponse(problemResponse(400, 'the id is not a UUID'))
  @ApiResponse(problemResponse(404, 'no such job'))
  @ApiResponse(problemResponse(409, 'the job has no result: it waits, runs, failed or was cancelled'))
  async result(@Asker() asker: Principal, @Param('id', { schema: recordId }) id: string, @Res() reply: FastifyReply): Promise<void> {
    const { bytes, result } = await this.jobs.result(asker, id);
    reply.header('cache-control', 'private, no-cache').header('repr-digest', `sha-256=:${Buffer.from(result.digest.slice('sha256:'.length), 'hex').toString('base64')}:`);
    if (result.location !== undefined) reply.header('content-location', result.location);
    await reply.type(result.mediaType).send(bytes);
  }
}
