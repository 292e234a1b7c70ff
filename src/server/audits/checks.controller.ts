import { Body, Controller, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { Asker } from '../platform/authorization/asker.decorator.js';
import { type Principal } from '../platform/authorization/principal.js';
import { Requires } from '../platform/authorization/requires.decorator.js';
import { problemResponse } from '../platform/http/problem-response.js';
import { auditHeaders } from './audit-headers.js';
import { auditResultSchema } from './audit-result-schema.js';
import { AuditsService } from './audits.service.js';
import { checkRequest, type CheckRequest } from './check-request.js';

@ApiTags('audits')
@Controller('api/v1/checks')
export class ChecksController {
  constructor(private readonly audits: AuditsService) {}

  @Post()
  @Requires('audit:create')
  @ApiOperation({ summary: 'Audit a manifest and store the audit', description: 'Answers the bytes that `domicile check --format json` prints for the same files, packs and instant.', operationId: 'createCheck' })
  @ApiCreatedResponse({ standardSchema: auditResultSchema, headers: auditHeaders })
  @ApiResponse(problemResponse(400, 'the body is not JSON or does not fit the schema'))
  @ApiResponse(problemResponse(413, 'the body is too large'))
  @ApiResponse(problemResponse(415, 'the body is not JSON'))
  @ApiResponse(problemResponse(422, 'the files cannot be audited; each problem with file, line and column'))
  @ApiResponse(problemResponse(503, 'too many checks are waiting'))
  async create(@Asker() asker: Principal, @Body({ schema: checkRequest }) request: CheckRequest, @Res() reply: FastifyReply): Promise<void> {
    const { id, json } = await this.audits.check(asker, request);
    await reply.code(201).header('x-audit-id', id).header('location', `/api/v1/audits/${id}`).type('application/json; charset=utf-8').send(json);
  }
}
