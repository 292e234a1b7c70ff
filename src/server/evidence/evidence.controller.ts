import { Body, Controller, Get, Header, Param, Post, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { Asker } from '../platform/authorization/asker.decorator.js';
import { type Principal } from '../platform/authorization/principal.js';
import { Requires } from '../platform/authorization/requires.decorator.js';
import { problemResponse } from '../platform/http/problem-response.js';
import { recordId } from '../platform/http/record-id.js';
import { EvidenceArchiveService } from './evidence-archive.service.js';
import { EvidenceService } from './evidence.service.js';
import { evidencePage, evidenceQuery, evidenceView, newEvidence, type EvidencePage, type EvidenceQuery, type EvidenceView, type NewEvidence } from './evidence-shapes.js';

const bytes = { schema: { type: 'string' as const, format: 'binary' } };

@ApiTags('evidence')
@Controller('api/v1')
export class EvidenceController {
  constructor(
    private readonly evidence: EvidenceService,
    private readonly archives: EvidenceArchiveService,
  ) {}

  @Post('evidence')
  @Requires('evidence:add')
  @ApiOperation({ summary: 'Add a document, or a new state of one', operationId: 'addEvidence' })
  @ApiCreatedResponse({ standardSchema: evidenceView })
  @ApiResponse(problemResponse(400, 'the body does not fit the schema, or the bytes are not what is said of them'))
  @ApiResponse(problemResponse(404, 'there is nothing to revise'))
  @ApiResponse(problemResponse(409, 'what is to be revised has been revised already'))
  @ApiResponse(problemResponse(413, 'the body is too large'))
  async add(@Asker() asker: Principal, @Body({ schema: newEvidence }) wanted: NewEvidence, @Res() reply: FastifyReply): Promise<void> {
    const view = await this.evidence.add(asker, wanted);
    await reply.code(201).header('location', `/api/v1/evidence/${view.id}`).send(view);
  }

  @Get('evidence')
  @Requires('evidence:read')
  @ApiOperation({ summary: 'Documents, newest first', operationId: 'listEvidence' })
  @ApiOkResponse({ standardSchema: evidencePage })
  @ApiResponse(problemResponse(400, 'a parameter is wrong'))
  list(@Asker() asker: Principal, @Query({ schema: evidenceQuery }) query: EvidenceQuery): Promise<EvidencePage> {
    return this.evidence.list(asker, query);
  }

  @Get('evidence/:id')
  @Requires('evidence:read')
  @ApiOperation({ summary: 'What a document is, and who has read it', operationId: 'getEvidence' })
  @ApiOkResponse({ standardSchema: evidenceView })
  @ApiResponse(problemResponse(400, 'the id is not a UUID'))
  @ApiResponse(problemResponse(404, 'no such document'))
  read(@Asker() asker: Principal, @Param('id', { schema: recordId }) id: string): Promise<EvidenceView> {
    return this.evidence.read(asker, id);
  }

  @Get('evidence/:id/content')
  @Requires('evidence:read')
  @Header('cache-control', 'private, no-store')
  @Header('x-content-type-options', 'nosniff')
  @ApiOperation({ summary: 'The bytes of a document; that they were read is kept', operationId: 'getEvidenceContent' })
  @ApiOkResponse({ description: 'the bytes', content: { 'application/octet-stream': bytes } })
  @ApiResponse(problemResponse(400, 'the id is not a UUID'))
  @ApiResponse(problemResponse(404, 'no such document'))
  async content(@Asker() asker: Principal, @Param('id', { schema: recordId }) id: string): Promise<StreamableFile> {
    const { item, bytes: content } = await this.evidence.content(asker, id);
    return new StreamableFile(content, { type: 'application/octet-stream', disposition: `attachment; filename*=UTF-8''${encodeURIComponent(item.fileName)}` });
  }

  @Get('audits/:id/evidence.zip')
  @Requires('log:read')
  @Header('cache-control', 'private, no-store')
  @ApiOperation({ summary: 'Everything on an audit for an auditor to take away: result, report, evidence, log and digests', operationId: 'getAuditArchive' })
  @ApiOkResponse({ description: 'audit.json, report.pdf, log.ndjson, evidence.json, evidence/, SHA256SUMS', content: { 'application/zip': bytes } })
  @ApiResponse(problemResponse(400, 'the id is not a UUID'))
  @ApiResponse(problemResponse(404, 'no such audit'))
  @ApiResponse(problemResponse(409, 'the evidence is too large for one archive'))
  async archive(@Asker() asker: Principal, @Param('id', { schema: recordId }) id: string): Promise<StreamableFile> {
    return new StreamableFile(await this.archives.archive(asker, id), { type: 'application/zip', disposition: `attachment; filename="audit-${id}.zip"` });
  }
}
