import { Body, Controller, Get, Headers, HttpCode, Post, Put, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { Asker } from '../platform/authorization/asker.decorator.js';
import { type Principal } from '../platform/authorization/principal.js';
import { Requires } from '../platform/authorization/requires.decorator.js';
import { problemResponse } from '../platform/http/problem-response.js';
import { readMatch } from '../platform/http/read-match.js';
import { JobDesk } from '../platform/jobs/job-desk.js';
import { jobView, type JobView } from '../platform/jobs/job-view.js';
import { retentionJob } from './retention-job.service.js';
import { RetentionService } from './retention.service.js';
import { RetentionSettingsService } from './retention-settings.service.js';
import { retentionPreview, retentionRunPage, retentionRunQuery, retentionSettings, retentionTerms, type RetentionPreview, type RetentionRunPage, type RetentionRunQuery, type RetentionSettings, type RetentionTerms } from './retention-shapes.js';

const entityTag = { ETag: { description: 'names this version of the settings, for If-Match', schema: { type: 'string' as const } } };

@ApiTags('retention')
@Controller('api/v1/retention')
export class RetentionController {
  constructor(
    private readonly retention: RetentionService,
    private readonly settings: RetentionSettingsService,
    private readonly desk: JobDesk,
  ) {}

  @Get()
  @Requires('log:read')
  @ApiOperation({ summary: 'How many days what is kept', operationId: 'getRetention' })
  @ApiOkResponse({ standardSchema: retentionSettings, headers: entityTag })
  async read(@Asker() asker: Principal, @Res() reply: FastifyReply): Promise<void> {
    await answer(reply, await this.settings.read(asker));
  }

  @Put()
  @Requires('retention:manage')
  @ApiOperation({ summary: 'Say how many days what is kept', description: 'What is left out is kept as is usual. The audit log, the register, findings, waivers, clearances and evidence are always kept.', operationId: 'changeRetention' })
  @ApiHeader({ name: 'If-Match', required: true, description: 'the ETag that was read' })
  @ApiOkResponse({ standardSchema: retentionSettings, headers: entityTag })
  @ApiResponse(problemResponse(400, 'the body does not fit the schema'))
  @ApiResponse(problemResponse(412, 'they have changed since'))
  @ApiResponse(problemResponse(428, 'If-Match is missing'))
  async change(@Asker() asker: Principal, @Body({ schema: retentionTerms }) terms: RetentionTerms, @Headers('if-match') match: string | undefined, @Res() reply: FastifyReply): Promise<void> {
    await answer(reply, await this.settings.change(asker, terms, readMatch(match)));
  }

  @Get('preview')
  @Requires('log:read')
  @ApiOperation({ summary: 'What a run would delete now; nothing is changed', operationId: 'previewRetention' })
  @ApiOkResponse({ standardSchema: retentionPreview })
  preview(@Asker() asker: Principal): Promise<RetentionPreview> {
    return this.retention.preview(asker);
  }

  @Get('runs')
  @Requires('log:read')
  @ApiOperation({ summary: 'What was deleted when, newest first', operationId: 'listRetentionRuns' })
  @ApiOkResponse({ standardSchema: retentionRunPage })
  @ApiResponse(problemResponse(400, 'a parameter is wrong'))
  runs(@Asker() asker: Principal, @Query({ schema: retentionRunQuery }) query: RetentionRunQuery): Promise<RetentionRunPage> {
    return this.retention.runs(asker, query);
  }

  @Post('runs')
  @HttpCode(202)
  @Requires('retention:manage')
  @ApiOperation({ summary: 'Delete now what is no longer kept', description: 'As happens once a day by itself.', operationId: 'runRetention' })
  @ApiResponse({ status: 202, description: 'the job that waits', standardSchema: jobView })
  async run(@Asker() asker: Principal): Promise<JobView> {
    return (await this.desk.ask(asker, { kind: retentionJob, input: {} })).job;
  }
}

async function answer(reply: FastifyReply, settings: RetentionSettings): Promise<void> {
  await reply.code(200).header('etag', `"${settings.version}"`).header('cache-control', 'private, no-cache').send(settings);
}
