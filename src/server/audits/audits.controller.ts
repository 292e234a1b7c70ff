import { Controller, Get, Header, Param, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiQuery, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { reportLanguages } from '../../core/report/report-language.js';
import { Asker } from '../platform/authorization/asker.decorator.js';
import { type Principal } from '../platform/authorization/principal.js';
import { Requires } from '../platform/authorization/requires.decorator.js';
import { problemResponse } from '../platform/http/problem-response.js';
import { recordId } from '../platform/http/record-id.js';
import { auditResultSchema } from './audit-result-schema.js';
import { AuditsService } from './audits.service.js';
import { type ReportForm } from './check-task.js';
import { reportForm, reportTemplates } from './report-form.js';

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
  @ApiQuery({ name: 'template', required: false, schema: { type: 'string', enum: [...reportTemplates], default: 'full-audit' } })
  @ApiQuery({ name: 'language', required: false, schema: { type: 'string', enum: [...reportLanguages], default: 'en' } })
  @ApiResponse(problemResponse(400, 'the id is not a UUID, or there is no such template or language'))
  @ApiResponse(problemResponse(404, 'no such audit'))
  async report(@Asker() asker: Principal, @Param('id', { schema: recordId }) id: string, @Query({ schema: reportForm }) form: ReportForm): Promise<StreamableFile> {
    return new StreamableFile(await this.audits.report(asker, id, form), { type: 'application/pdf', disposition: `inline; filename="audit-${id}.pdf"` });
  }
}
