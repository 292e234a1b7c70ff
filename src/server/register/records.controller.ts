import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { type NounKind } from '../../core/inventory/noun-kind.js';
import { Asker } from '../platform/authorization/asker.decorator.js';
import { type Principal } from '../platform/authorization/principal.js';
import { Requires } from '../platform/authorization/requires.decorator.js';
import { problemResponse } from '../platform/http/problem-response.js';
import { readMatch } from '../platform/http/read-match.js';
import { ConfirmationsService } from './confirmations.service.js';
import { readExpectedVersion } from './read-expected-version.js';
import { RecordChangesService } from './record-changes.service.js';
import { confirmation, pointInTime, recordKeyInPath, recordKind, recordPage, recordQuery, recordView, retirement, statedRecord, versionPage, versionQuery, type Confirmation, type PointInTime, type RecordPage, type RecordQuery, type RecordView, type Retirement, type StatedRecord, type VersionPage, type VersionQuery } from './record-shapes.js';
import { RecordsService } from './records.service.js';

const entityTag = { ETag: { description: 'names this version of the record, for If-Match', schema: { type: 'string' as const } } };
const ifMatch = { name: 'If-Match', required: false, description: 'the ETag of the version that is changed' };

@ApiTags('register')
@Controller('api/v1/register/records')
export class RecordsController {
  constructor(
    private readonly records: RecordsService,
    private readonly changes: RecordChangesService,
    private readonly confirmations: ConfirmationsService,
  ) {}

  @Get()
  @Requires('register:read')
  @ApiOperation({ summary: 'Records that fit, page by page', operationId: 'listRecords' })
  @ApiOkResponse({ standardSchema: recordPage })
  @ApiResponse(problemResponse(400, 'a parameter is wrong'))
  @ApiResponse(problemResponse(404, 'the register has no such revision yet'))
  list(@Asker() asker: Principal, @Query({ schema: recordQuery }) query: RecordQuery): Promise<RecordPage> {
    return this.records.list(asker, query);
  }

  @Get(':kind/:id')
  @Requires('register:read')
  @ApiOperation({ summary: 'One record, with what each source says of it', operationId: 'getRecord' })
  @ApiOkResponse({ standardSchema: recordView, headers: entityTag })
  @ApiResponse(problemResponse(400, 'there is no such kind of record, or a parameter is wrong'))
  @ApiResponse(problemResponse(404, 'no such record'))
  async read(@Asker() asker: Principal, @Param('kind', { schema: recordKind }) kind: NounKind, @Param('id', { schema: recordKeyInPath }) id: string, @Query({ schema: pointInTime }) point: PointInTime, @Res() reply: FastifyReply): Promise<void> {
    await answer(reply, 200, await this.records.read(asker, kind, id, point));
  }

  @Get(':kind/:id/versions')
  @Requires('register:read')
  @ApiOperation({ summary: 'All versions of a record, newest first: who, when, why, and what changed', operationId: 'listRecordVersions' })
  @ApiOkResponse({ standardSchema: versionPage })
  @ApiResponse(problemResponse(400, 'there is no such kind of record, or a parameter is wrong'))
  @ApiResponse(problemResponse(404, 'no such record'))
  versions(@Asker() asker: Principal, @Param('kind', { schema: recordKind }) kind: NounKind, @Param('id', { schema: recordKeyInPath }) id: string, @Query({ schema: versionQuery }) query: VersionQuery): Promise<VersionPage> {
    return this.records.versions(asker, kind, id, query);
  }

  @Put(':kind/:id')
  @Requires('register:write')
  @ApiOperation({ summary: 'State a record, new or in a new version', description: 'What is stated here is one source beside the files that were imported: where they say something else the record is disputed, unless `replaces` lets them give way.', operationId: 'stateRecord' })
  @ApiHeader(ifMatch)
  @ApiHeader({ name: 'If-None-Match', required: false, description: '* for a record that is not there yet' })
  @ApiOkResponse({ standardSchema: recordView, headers: entityTag })
  @ApiCreatedResponse({ standardSchema: recordView, headers: entityTag })
  @ApiResponse(problemResponse(400, 'the body does not fit the schema'))
  @ApiResponse(problemResponse(404, 'no such record, though If-Match names a version of it'))
  @ApiResponse(problemResponse(412, 'the record is no longer the version that is named'))
  @ApiResponse(problemResponse(422, 'a source that is to give way says nothing of the record'))
  @ApiResponse(problemResponse(428, 'no version is named'))
  async state(@Asker() asker: Principal, @Param('kind', { schema: recordKind }) kind: NounKind, @Param('id', { schema: recordKeyInPath }) id: string, @Body({ schema: statedRecord }) stated: StatedRecord, @Headers('if-match') match: string | undefined, @Headers('if-none-match') noneMatch: string | undefined, @Res() reply: FastifyReply): Promise<void> {
    const { record, created } = await this.changes.state(asker, kind, id, stated, readExpectedVersion(match, noneMatch));
    await answer(reply, created ? 201 : 200, record);
  }

  @Post(':kind/:id/confirm')
  @HttpCode(200)
  @Requires('register:write')
  @ApiOperation({ summary: 'Say that a record still holds as it stands', description: 'No version is made. Whoever is to be asked for it, and after how many days, is said in the settings of notifications.', operationId: 'confirmRecord' })
  @ApiHeader({ ...ifMatch, required: true, description: 'the ETag of the version that is confirmed' })
  @ApiOkResponse({ standardSchema: confirmation })
  @ApiResponse(problemResponse(400, 'there is no such kind of record'))
  @ApiResponse(problemResponse(404, 'no such record'))
  @ApiResponse(problemResponse(409, 'the record is retired'))
  @ApiResponse(problemResponse(412, 'the record is no longer the version that is named'))
  @ApiResponse(problemResponse(428, 'no version is named'))
  confirm(@Asker() asker: Principal, @Param('kind', { schema: recordKind }) kind: NounKind, @Param('id', { schema: recordKeyInPath }) id: string, @Headers('if-match') match: string | undefined): Promise<Confirmation> {
    return this.confirmations.confirm(asker, kind, id, readMatch(match));
  }

  @Delete(':kind/:id')
  @Requires('register:write')
  @ApiOperation({ summary: 'Retire a record; its versions stay', operationId: 'retireRecord' })
  @ApiHeader(ifMatch)
  @ApiOkResponse({ standardSchema: recordView, headers: entityTag })
  @ApiResponse(problemResponse(400, 'there is no such kind of record, or no reason is given'))
  @ApiResponse(problemResponse(404, 'no such record'))
  @ApiResponse(problemResponse(409, 'the record is retired already'))
  @ApiResponse(problemResponse(412, 'the record is no longer the version that is named'))
  @ApiResponse(problemResponse(428, 'no version is named'))
  async retire(@Asker() asker: Principal, @Param('kind', { schema: recordKind }) kind: NounKind, @Param('id', { schema: recordKeyInPath }) id: string, @Query({ schema: retirement }) { reason }: Retirement, @Headers('if-match') match: string | undefined, @Res() reply: FastifyReply): Promise<void> {
    await answer(reply, 200, await this.changes.retire(asker, kind, id, reason, readExpectedVersion(match, undefined)));
  }
}

async function answer(reply: FastifyReply, status: number, record: RecordView): Promise<void> {
  await reply.code(status).header('etag', `"${record.revision}"`).header('cache-control', 'private, no-cache').send(record);
}
