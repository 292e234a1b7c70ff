import { Controller, Get, Header, Param, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { Asker } from '../platform/authorization/asker.decorator.js';
import { type Principal } from '../platform/authorization/principal.js';
import { Requires } from '../platform/authorization/requires.decorator.js';
import { problemResponse } from '../platform/http/problem-response.js';
import { recordId } from '../platform/http/record-id.js';
import { auditResultSchema } from './audit-result-schema.js';
import { AuditsService } from './audits.service.js';

@ApiTags('audits')
@Controller('api/v1/audits')
export class AuditsController {
  constructor(private readonly audits: AuditsService) {}

  @Get(':id')
  @Requires('audit:read')
  @ApiOperation({ summary: 'A stored audit, byte for byte as it was answered', operationId: 'getAudit' })
  @ApiOkResponse({ schema: auditResultSchema })
  @ApiResponse(problemResponse(400, 'the id is not a UUID'))
  @ApiResponse(problemResponse(404, 'no such audit'))
  async read(@Asker() asker: Principal, @Param('id', { schema: recordId }) id: string, @Res() reply: FastifyReply): Promise<void> {
    await reply.type('application/json; charset=utf-8').header('cache-control', 'private, no-cache').send(await this.audits.result(asker, id));
  }

  @Get(':id/report.pdf')
  @Requires('audit:read')
  @Header('content-type', 'application/pdf')
  @Header('cache-control', 'private, no-cache')
  @ApiOperation({ summary: 'The report of a stored audit as a PDF', operationId: 'getAuditReport' })
  @ApiOkResponse({ description: 'the report', content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } } })
  @ApiResponse(problemResponse(400, 'the id is not a UUID'))
  @ApiResponse(problemResponse(404, 'no such audit'))
  async report(@Asker() asker: Principal, @Param('id', { schema: recordId }) id: string): Promise<StreamableFile> {
    return new StreamableFile(await this.audits.report(asker, id), { type: 'application/pdf', disposition: `inline; filename="audit-${id}.pdf"` });
  }
}
