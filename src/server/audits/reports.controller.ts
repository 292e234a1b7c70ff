import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type ReportVerification } from '../../signing/report-verification.js';
import { Asker } from '../platform/authorization/asker.decorator.js';
import { type Principal } from '../platform/authorization/principal.js';
import { Requires } from '../platform/authorization/requires.decorator.js';
import { problemResponse } from '../platform/http/problem-response.js';
import { DomainError } from '../platform/problem/domain-error.js';
import { AuditsService } from './audits.service.js';
import { verificationSchema } from './verification-schema.js';

@ApiTags('reports')
@Controller('api/v1/reports')
export class ReportsController {
  constructor(private readonly audits: AuditsService) {}

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
    return this.audits.verify(asker, body);
  }
}
