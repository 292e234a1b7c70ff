import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Public } from '../authorization/public.decorator.js';
import { problemResponse } from '../http/problem-response.js';
import { DomainError } from '../problem/domain-error.js';

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
  @ApiOperation({ summary: 'Whether requests can be served, the database included', operationId: 'ready' })
  @ApiOkResponse(answered)
  @ApiResponse(problemResponse(503, 'the database does not answer'))
  async ready(): Promise<{ readonly status: 'ok' }> {
    try {
      await this.source.query('SELECT 1');
    } catch (error) {
      throw new DomainError('unavailable', 'the database does not answer; try again in a moment', { cause: error, retryAfter: 2 });
    }
    return { status: 'ok' };
  }
}
