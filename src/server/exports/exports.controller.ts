import { Readable } from 'node:stream';
import { Controller, Get, Header, Param, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiQuery, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type FastifyRequest } from 'fastify';
import { RequiresBy } from '../platform/authorization/requires-by.decorator.js';
import { problemResponse } from '../platform/http/problem-response.js';
import { listExport, listName, type ListExport } from './export-shapes.js';
import { exportedLists, type ExportedListName } from './exported-lists.js';
import { ListExportService } from './list-export.service.js';

@ApiTags('exports')
@Controller('api/v1/exports')
export class ExportsController {
  constructor(private readonly lists: ListExportService) {}

  @Get(':list')
  @RequiresBy('list', new Map(Object.entries(exportedLists).map(([name, { permission }]) => [name, permission])))
  @Header('cache-control', 'private, no-cache')
  @ApiOperation({ summary: 'A list as a table, a row for each item that fits', description: 'Takes the parameters of the list itself, but for those that page, and what its path names: `schedule` of `runs`, `connection` of `pull-results`, `kind` and `id` of `versions`. Records have `GET /api/v1/register/export`, the log has `GET /api/v1/log/export`.', operationId: 'exportList' })
  @ApiQuery({ name: 'format', required: false, schema: { type: 'string', enum: ['csv', 'xlsx'], default: 'csv' } })
  @ApiOkResponse({ description: 'the table', content: { 'text/csv': { schema: { type: 'string' } }, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { schema: { type: 'string', format: 'binary' } } } })
  @ApiResponse(problemResponse(400, 'a parameter is wrong, or is none of the list'))
  @ApiResponse(problemResponse(404, 'there is nothing that the list would be of'))
  @ApiResponse(problemResponse(409, 'the list rests on an audit, and there was none yet'))
  async export(@Param('list', { schema: listName }) list: ExportedListName, @Query({ schema: listExport }) query: ListExport, @Req() { headers }: FastifyRequest): Promise<StreamableFile> {
    const { content, name, type } = await this.lists.export(headers, list, query);
    const options = { type, disposition: `attachment; filename="${name}"` };
    return content instanceof Readable ? new StreamableFile(content, options) : new StreamableFile(content, options);
  }
}
