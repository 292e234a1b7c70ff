import { Controller, Get, type OnModuleInit, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { Public } from '../authorization/public.decorator.js';
import { Metrics } from './metrics.js';

interface ConnectionPool {
  readonly totalCount: number;
  readonly idleCount: number;
  readonly waitingCount: number;
}

@ApiTags('health')
@Controller('metrics')
export class MetricsController implements OnModuleInit {
  constructor(
    private readonly metrics: Metrics,
    private readonly source: DataSource,
  ) {}

  onModuleInit(): void {
    const { master } = this.source.driver as unknown as { readonly master: ConnectionPool };
    this.metrics.gauge('domicile_database_connections', 'Connections to the database', () => master.totalCount);
    this.metrics.gauge('domicile_database_connections_idle', 'Connections to the database that nobody uses', () => master.idleCount);
    this.metrics.gauge('domicile_database_waiting', 'Requests that wait for a connection to the database', () => master.waitingCount);
  }

  @Get()
  @Public()
  @ApiOperation({ summary: 'Measures for Prometheus; they name routes, never people or records', operationId: 'metrics' })
  @ApiOkResponse({ content: { 'text/plain': { schema: { type: 'string' } } } })
  async read(@Res() reply: FastifyReply): Promise<void> {
    await reply.header('content-type', this.metrics.contentType).header('cache-control', 'no-store').send(await this.metrics.text());
  }
}
