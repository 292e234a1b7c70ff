import { createHash } from 'node:crypto';
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { LogService } from '../log/log.service.js';
import { type Principal } from '../platform/authorization/principal.js';
import { Clock } from '../platform/clock/clock.js';
import { OrganisationScope } from '../platform/database/organisation-scope.js';
import { uuidV7 } from '../platform/database/uuid-v7.js';
import { Metrics } from '../platform/metrics/metrics.js';
import { DomainError } from '../platform/problem/domain-error.js';
import { AuditEntity } from './audit.entity.js';
import { type CheckRequest } from './check-request.js';
import { type CheckAnswer, type CheckInput, type CheckTask } from './check-task.js';
import { WorkerPool } from './worker-pool.js';

@Injectable()
export class AuditsService implements OnApplicationBootstrap, OnModuleDestroy {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly clock: Clock,
    private readonly log: LogService,
    private readonly pool: WorkerPool<CheckTask, CheckAnswer>,
    private readonly metrics: Metrics,
  ) {}

  onApplicationBootstrap(): void {
    this.pool.warmUp();
    this.metrics.gauge('domicile_checks_waiting', 'Checks that wait for a thread', () => this.pool.waiting);
    this.metrics.gauge('domicile_checks_running', 'Checks that a thread is busy with', () => this.pool.running);
  }

  async onModuleDestroy(): Promise<void> {
    await this.pool.close();
  }

  /** Audits what was sent and stores it. @throws DomainError `not-checkable` where no audit comes about */
  async check(asker: Principal, request: CheckRequest): Promise<{ readonly id: string; readonly json: string }> {
    const createdAt = this.clock.now();
    const input: CheckInput = { ...request, asOf: new Date(request.asOf ?? createdAt).toISOString() };
    const answer = await this.pool.run({ kind: 'check', input });
    if (answer.kind !== 'check') throw new Error('the worker answered another question');
    const { json, asOf, engine, conclusion, blocked, counts, digests } = answer.outcome;
    const id = uuidV7(createdAt.getTime());
    const resultDigest = `sha256:${createHash('sha256').update(json).digest('hex')}`;
    await this.scope.run(asker.organisationId, async (manager) => {
      await manager.insert(AuditEntity, {
        organisationId: asker.organisationId,
        id,
        createdAt,
        requestedBy: asker.id,
        asOf: new Date(asOf),
        engine,
        conclusion,
        blocked,
        counts,
        snapshotDigest: digests.snapshot,
        factsDigest: digests.facts,
        packDigests: digests.packs,
        request: JSON.stringify(input),
        result: json,
        resultDigest,
      });
      await this.log.append(manager, asker, 'audit.create', `audit/${id}`, { conclusion, blocked, resultDigest });
    });
    return { id, json };
  }

  /** The bytes that the check answered. @throws DomainError `unknown-record` */
  async result(asker: Principal, id: string): Promise<string> {
    return (await this.find(asker, id, ['result'])).result;
  }

  /** The audit as a PDF; the same audit gives the same bytes. @throws DomainError `unknown-record` */
  async report(asker: Principal, id: string): Promise<Uint8Array> {
    const { request, result } = await this.find(asker, id, ['request', 'result']);
    const answer = await this.pool.run({ kind: 'report', input: JSON.parse(request) as CheckInput, result });
    if (answer.kind !== 'report') throw new Error('the worker answered another question');
    return answer.pdf;
  }

  /** Only the columns that are named: a result may be large. */
  private async find<Column extends 'request' | 'result'>({ organisationId }: Principal, id: string, columns: readonly Column[]): Promise<Pick<AuditEntity, Column>> {
    const select = Object.fromEntries(columns.map((column) => [column, true]));
    const audit = await this.scope.run(organisationId, (manager) => manager.findOne(AuditEntity, { select, where: { organisationId, id } }));
    if (audit === null) throw new DomainError('unknown-record', `there is no audit ${id}; check the id in the X-Audit-Id header of the check`);
    return audit;
  }
}
