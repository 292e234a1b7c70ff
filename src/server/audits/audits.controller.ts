import { Readable } from 'node:stream';
import { Body, Controller, Get, Header, Param, Post, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiQuery, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { reportLanguages } from '../../core/report/report-language.js';
import { Asker } from '../platform/authorization/asker.decorator.js';
import { requireAllUnits } from '../platform/authorization/require-all-units.js';
import { type Principal } from '../platform/authorization/principal.js';
import { Requires } from '../platform/authorization/requires.decorator.js';
import { problemResponse } from '../platform/http/problem-response.js';
import { recordId } from '../platform/http/record-id.js';
import { affectedView, viewOfAffected, type AffectedView } from './affected-view.js';
import { AffectedService } from './affected.service.js';
import { auditHeaders } from './audit-headers.js';
import { auditPage, auditQuery, type AuditPage, type AuditQuery } from './audit-list.js';
import { auditRequest, type AuditRequest } from './audit-request.js';
import { auditResultSchema } from './audit-result-schema.js';
import { AuditsService } from './audits.service.js';
import { type ReportForm } from './check-task.js';
import { reportForm, reportTemplates } from './report-form.js';

@ApiTags('audits')
@Controller('api/v1/audits')
export class AuditsController {
  constructor(
    private readonly audits: AuditsService,
    private readonly affected: AffectedService,
  ) {}

  @Post()
  @Requires('register:audit')
  @ApiOperation({ summary: 'Audit the register and store the audit', description: 'Answers the bytes that `domicile check --format json` prints for a folder that holds the collections of the register.', operationId: 'createAudit' })
  @ApiCreatedResponse({ standardSchema: auditResultSchema, headers: auditHeaders })
  @ApiResponse(problemResponse(400, 'the body is not JSON or does not fit the schema'))
  @ApiResponse(problemResponse(404, 'the register has no such revision yet'))
  @ApiResponse(problemResponse(409, 'nothing is affected'))
  @ApiResponse(problemResponse(415, 'the body is not JSON'))
  @ApiResponse(problemResponse(422, 'the register cannot be audited: it is empty, or what it names is missing'))
  @ApiResponse(problemResponse(503, 'too many checks are waiting'))
  async create(@Asker() asker: Principal, @Body({ schema: auditRequest }) request: AuditRequest, @Res() reply: FastifyReply): Promise<void> {
    const { id } = await this.audits.audit(asker, request);
    await reply.code(201).header('x-audit-id', id).header('location', `/api/v1/audits/${id}`).type('application/json; charset=utf-8').send(Readable.from(await this.audits.pieces(asker, id)));
  }

  @Get()
  @Requires('audit:read')
  @ApiOperation({ summary: 'Stored audits, newest first', operationId: 'listAudits' })
  @ApiOkResponse({ standardSchema: auditPage })
  @ApiResponse(problemResponse(400, 'a parameter is wrong'))
  list(@Asker() asker: Principal, @Query({ schema: auditQuery }) query: AuditQuery): Promise<AuditPage> {
    return this.audits.list(asker, query);
  }

  @Get('affected')
  @Requires('audit:read')
  @ApiOperation({ summary: 'Whose verdicts may be others than at the last audit, and what has changed', description: 'Records that have changed are followed to every subject that can look at them; other packs, facts, settings or another day affect everything. `POST /audits` with `of: affected` audits these again.', operationId: 'listAffectedSubjects' })
  @ApiOkResponse({ standardSchema: affectedView })
  @ApiResponse(problemResponse(503, 'too many checks are waiting'))
  async affectedSubjects(@Asker() asker: Principal): Promise<AffectedView> {
    requireAllUnits(asker, 'the subjects that changes affect');
    return viewOfAffected(await this.affected.affected(asker));
  }

  @Get(':id')
  @Requires('audit:read')
  @ApiOperation({ summary: 'A stored audit, byte for byte as it was answered', operationId: 'getAudit' })
  @ApiOkResponse({ standardSchema: auditResultSchema })
  @ApiResponse(problemResponse(400, 'the id is not a UUID'))
  @ApiResponse(problemResponse(404, 'no such audit'))
  async read(@Asker() asker: Principal, @Param('id', { schema: recordId }) id: string, @Res() reply: FastifyReply): Promise<void> {
    await reply.type('application/json; charset=utf-8').header('cache-control', 'private, no-cache').send(Readable.from(await this.audits.pieces(asker, id)));
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
