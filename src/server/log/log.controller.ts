import { Readable } from 'node:stream';
import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Asker } from '../platform/authorization/asker.decorator.js';
import { type Principal } from '../platform/authorization/principal.js';
import { Requires } from '../platform/authorization/requires.decorator.js';
import { problemResponse } from '../platform/http/problem-response.js';
import { logPage, logQuery, type LogQuery } from './log-query.js';
import { LogService, type LogPage } from './log.service.js';

const exportedAtOnce = 1000;

@ApiTags('log')
@Controller('api/v1/log')
export class LogController {
  constructor(private readonly log: LogService) {}

  @Get()
  @Requires('log:read')
  @ApiOperation({ summary: 'The audit log, oldest entries first', operationId: 'readLog' })
  @ApiOkResponse({ standardSchema: logPage })
  @ApiResponse(problemResponse(400, 'a parameter is wrong'))
  read(@Asker() asker: Principal, @Query({ schema: logQuery }) { after, limit }: LogQuery): Promise<LogPage> {
    return this.log.read(asker, after, limit);
  }

  @Get('export')
  @Requires('log:read')
  @ApiOperation({ summary: 'The whole audit log, one JSON entry a line, for `domicile log verify`', operationId: 'exportLog' })
  @ApiOkResponse({ description: 'entries in order', content: { 'application/x-ndjson': { schema: { type: 'string' } } } })
  export(@Asker() asker: Principal): StreamableFile {
    return new StreamableFile(Readable.from(this.lines(asker)), { type: 'application/x-ndjson', disposition: 'attachment; filename="audit-log.ndjson"' });
  }

  private async *lines(asker: Principal): AsyncGenerator<string> {
    for (let after = 0; ; ) {
      const { entries } = await this.log.read(asker, after, exportedAtOnce);
      const last = entries.at(-1);
      if (last === undefined) return;
      yield entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
      after = last.sequence;
    }
  }
}
