import { Readable } from 'node:stream';
import { Body, Controller, Get, Header, Post, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { Asker } from '../platform/authorization/asker.decorator.js';
import { type Principal } from '../platform/authorization/principal.js';
import { Requires } from '../platform/authorization/requires.decorator.js';
import { problemResponse } from '../platform/http/problem-response.js';
import { CollectionsService } from './collections.service.js';
import { collectionList, revisionPage, revisionQuery, type CollectionList, type RevisionPage, type RevisionQuery } from './collection-shapes.js';
import { importRequest, importView, type ImportRequest } from './import-shapes.js';
import { RecordExportService } from './record-export.service.js';
import { recordExport, type RecordExport } from './record-shapes.js';
import { ImportsService } from './imports.service.js';

@ApiTags('register')
@Controller('api/v1/register')
export class ImportsController {
  constructor(
    private readonly imports: ImportsService,
    private readonly collections: CollectionsService,
    private readonly exports: RecordExportService,
  ) {}

  @Post('imports')
  @Requires('register:write')
  @ApiOperation({
    summary: 'Import files into the register: first a preview, then with its digest the same for good',
    description: 'Takes any file that `domicile check` reads. A collection is read as a whole, with its files in their new state, so that the register holds what the command line reads from the same folder.',
    operationId: 'importFiles',
  })
  @ApiOkResponse({ standardSchema: importView, description: 'what would change; nothing has' })
  @ApiCreatedResponse({ standardSchema: importView, description: 'what has changed' })
  @ApiResponse(problemResponse(400, 'the body is not JSON or does not fit the schema'))
  @ApiResponse(problemResponse(404, 'a file to withdraw is not in the collection'))
  @ApiResponse(problemResponse(409, 'other changes would come about than the preview showed'))
  @ApiResponse(problemResponse(413, 'the body is too large'))
  @ApiResponse(problemResponse(415, 'the body is not JSON'))
  @ApiResponse(problemResponse(422, 'a file cannot be read without an error; each problem with file, line and column'))
  @ApiResponse(problemResponse(503, 'too many imports are waiting'))
  async import(@Asker() asker: Principal, @Body({ schema: importRequest }) request: ImportRequest, @Res() reply: FastifyReply): Promise<void> {
    const view = await this.imports.import(asker, request);
    await reply.code(view.applied ? 201 : 200).send(view);
  }

  @Get('export')
  @Requires('register:read')
  @Header('cache-control', 'private, no-cache')
  @ApiOperation({ summary: 'Records that fit as a table, a row for each; it can be imported again', operationId: 'exportRecords' })
  @ApiOkResponse({ description: 'the table', content: { 'text/csv': { schema: { type: 'string' } }, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { schema: { type: 'string', format: 'binary' } } } })
  @ApiResponse(problemResponse(400, 'a parameter is wrong'))
  @ApiResponse(problemResponse(404, 'the register has no such revision yet'))
  async export(@Asker() asker: Principal, @Query({ schema: recordExport }) query: RecordExport): Promise<StreamableFile> {
    const { content, name, type } = await this.exports.export(asker, query);
    const options = { type, disposition: `attachment; filename="${name}"` };
    return content instanceof Readable ? new StreamableFile(content, options) : new StreamableFile(content, options);
  }

  @Get('collections')
  @Requires('register:read')
  @ApiOperation({ summary: 'The collections of files that the register was read from', operationId: 'listCollections' })
  @ApiOkResponse({ standardSchema: collectionList })
  list(@Asker() asker: Principal): Promise<CollectionList> {
    return this.collections.list(asker);
  }

  @Get('revisions')
  @Requires('register:read')
  @ApiOperation({ summary: 'Every change of the register, newest first: who, when, why', operationId: 'listRevisions' })
  @ApiOkResponse({ standardSchema: revisionPage })
  @ApiResponse(problemResponse(400, 'a parameter is wrong'))
  revisions(@Asker() asker: Principal, @Query({ schema: revisionQuery }) query: RevisionQuery): Promise<RevisionPage> {
    return this.collections.revisions(asker, query);
  }
}
