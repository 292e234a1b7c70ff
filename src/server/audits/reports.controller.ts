import { Body, Controller, Get, Header, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type ReportVerification } from '../../signing/report-verification.js';
import { Asker } from '../platform/authorization/asker.decorator.js';
import { type Principal } from '../platform/authorization/principal.js';
import { Requires } from '../platform/authorization/requires.decorator.js';
import { problemResponse } from '../platform/http/problem-response.js';
import { recordId } from '../platform/http/record-id.js';
import { DomainError } from '../platform/problem/domain-error.js';
import { reportPage, reportQuery, type ReportPage, type ReportQuery } from './report-list.js';
import { ReportStoreService } from './report-store.service.js';
import { ReportVerificationService } from './report-verification.service.js';
import { verificationSchema } from './verification-schema.js';

@ApiTags('reports')
@Controller('api/v1/reports')
export class ReportsController {
  constructor(
    private readonly reports: ReportStoreService,
    private readonly verification: ReportVerificationService,
  ) {}

  @Get()
  @Requires('audit:read')
  @ApiOperation({ summary: 'Reports that were kept by jobs and schedules, newest first', operationId: 'listReports' })
  @ApiOkResponse({ standardSchema: reportPage })
  @ApiResponse(problemResponse(400, 'a parameter is wrong'))
  list(@Asker() asker: Principal, @Query({ schema: reportQuery }) query: ReportQuery): Promise<ReportPage> {
    return this.reports.list(asker, query);
  }

  @Get(':id/content')
  @Requires('audit:read')
  @Header('cache-control', 'private, no-cache')
  @ApiOperation({ summary: 'A report that was kept, byte for byte as it was delivered', operationId: 'getReport' })
  @ApiOkResponse({ description: 'the report', content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } } })
  @ApiResponse(problemResponse(400, 'the id is not a UUID'))
  @ApiResponse(problemResponse(404, 'no such report'))
  async content(@Asker() asker: Principal, @Param('id', { schema: recordId }) id: string): Promise<StreamableFile> {
    return new StreamableFile(await this.reports.read(asker, id), { type: 'application/pdf', disposition: `attachment; filename="report-${id}.pdf"` });
  }

  @Post('verify')
  @HttpCode(200)
  @Requires('audit:read')
  @ApiConsumes('application/pdf')
  @ApiOperation({ summary: 'Check the signature, the attachments and, where its audit is stored here, the whole of a report', description: 'Answers what `domicile verify --format json` prints. Signers are trusted by the certificates in DOMICILE_SIGNING_CA.', operationId: 'verifyReport' })
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiOkResponse({ standardSchema: verificationSchema })
  @ApiResponse(problemResponse(413, 'the body is too large'))
  @ApiResponse(problemResponse(415, 'the body is no PDF'))
  verify(@Asker() asker: Principal, @Body() body: unknown): Promise<ReportVerification> {
    if (!Buffer.isBuffer(body)) throw new DomainError('unsupported-media-type', 'the body is no PDF; send the report with content-type application/pdf');
    return this.verification.verify(asker, body);
  }
}
