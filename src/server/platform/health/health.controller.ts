import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Public } from '../authorization/public.decorator.js';
import { problemResponse } from '../http/problem-response.js';
import { DomainError } from '../problem/domain-error.js';
import { toDomainError } from '../problem/to-domain-error.js';

/** More than fits into the memory that it is given, so that PostgreSQL writes some hundred kilobytes beside its tables and lets them go: where that fails, nothing can be stored. */
const spilled = 'SELECT count(*) FROM generate_series(1, 20000)';

const answered = { schema: { type: 'object', properties: { status: { type: 'string', enum: ['ok'] } }, required: ['status'], example: { status: 'ok' } } };

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(private readonly source: DataSource) {}

  @Get('live')
  @Public()
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Whether the process answers', operationId: 'live' })
  @ApiOkResponse(answered)
  live(): { readonly status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('ready')
  @Public()
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Whether requests can be served, the database and its room to write included', operationId: 'ready' })
  @ApiOkResponse(answered)
  @ApiResponse(problemResponse(503, 'the database does not answer, or has no room to write'))
  async ready(): Promise<{ readonly status: 'ok' }> {
    try {
      await this.source.transaction(async (manager) => {
        await manager.query("SET LOCAL work_mem = '64kB'");
        await manager.query(spilled);
      });
    } catch (error) {
      const known = toDomainError(error);
      throw known.code === 'unavailable' ? known : new DomainError('unavailable', 'the database does not answer; try again in a moment', { cause: error, retryAfter: 2 });
    }
    return { status: 'ok' };
  }
}
