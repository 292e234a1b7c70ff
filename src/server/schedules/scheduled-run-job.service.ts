import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { z } from 'zod';
import { ScheduledAuditService, type AuditInHand } from '../audits/scheduled-audit.service.js';
import { OutboxService } from '../deliveries/outbox.service.js';
import { type Principal } from '../platform/authorization/principal.js';
import { OrganisationScope } from '../platform/database/organisation-scope.js';
import { type JobContext, type JobDescription, type JobKind, type JobResult, type JobStop, type StoreResult } from '../platform/jobs/job-kind.js';
import { DomainError } from '../platform/problem/domain-error.js';
import { messageOfRun } from './message-of-run.js';
import { RunsService, scheduledRun } from './runs.service.js';
import { ScheduleRunEntity } from './schedule-run.entity.js';
import { ScheduleEntity } from './schedule.entity.js';

const runInput = z.strictObject({ schedule: z.uuid(), run: z.uuid() });

type RunInput = z.output<typeof runInput>;

interface RunInHand {
  readonly schedule: ScheduleEntity;
  readonly run: ScheduleRunEntity;
}

/** How often a run is begun: processes that die over it, one after another, cost its report only after many. */
const mostAttempts = 20;

/** Audits as a schedule says, and makes the report where its condition holds. */
@Injectable()
export class ScheduledRunJobService implements JobKind<RunInput> {
  static readonly description: JobDescription<RunInput> = { id: scheduledRun, permission: 'register:audit', readPermission: 'audit:read', input: runInput, mostAttempts };

  constructor(
    private readonly scope: OrganisationScope,
    private readonly audits: ScheduledAuditService,
    private readonly runs: RunsService,
    private readonly outbox: OutboxService,
  ) {}

  async run(input: RunInput, { asker, askedAt, progress, signal, ask, afterwards }: JobContext): Promise<StoreResult> {
    progress(0, 3, 'auditing the register');
    const hand = await this.scope.run(asker.organisationId, (manager) => this.find(manager, asker, input));
    const audit = await this.audits.prepare(asker, hand.schedule.terms.audit, { askedAt, signal, afterwards });
    progress(1, 3, 'making the report');
    const held = await this.scope.run(asker.organisationId, (manager) => this.runs.heldBack(manager, hand.run, hand.schedule.terms.condition, audit));
    const pdf = held === undefined ? await audit.print(hand.schedule.terms.report) : undefined;
    progress(2, 3, 'storing what came of it');
    return (manager) => this.store(manager, { asker, ask }, hand, audit, pdf);
  }

  async stopped(manager: EntityManager, { run }: RunInput, { organisationId, state, why }: JobStop): Promise<void> {
    if (state !== 'waiting') await this.runs.end(manager, organisationId, run, { state: 'failed', note: why?.message ?? 'its job was cancelled' });
  }

  read(asker: Principal, reference: string): Promise<Uint8Array> {
    return this.audits.read(asker, reference);
  }

  private async find(manager: EntityManager, { organisationId }: Principal, input: RunInput): Promise<RunInHand> {
    const schedule = await manager.findOneByOrFail(ScheduleEntity, { organisationId, id: input.schedule });
    if (schedule.endedAt !== null) throw new DomainError('conflict', `the schedule ended at ${schedule.endedAt.toISOString()}, before this run began`);
    return { schedule, run: await manager.findOneByOrFail(ScheduleRunEntity, { organisationId, id: input.run }) };
  }

  /** Looks at the condition again, with other runs of the schedule held back: one of them may have ended meanwhile. */
  private async store(manager: EntityManager, { asker, ask }: Pick<JobContext, 'asker' | 'ask'>, { schedule, run }: RunInHand, audit: AuditInHand, pdf: Uint8Array | undefined): Promise<JobResult> {
    const { organisationId } = asker;
    await manager.query('SELECT 1 FROM schedules WHERE organisation_id = $1 AND id = $2 FOR NO KEY UPDATE', [organisationId, schedule.id]);
    const held = await this.runs.heldBack(manager, run, schedule.terms.condition, audit);
    const stored = await audit.store(manager);
    const seen = { auditId: stored.reference, conclusion: audit.conclusion, stateDigest: audit.stateDigest };
    if (held !== undefined) {
      await this.runs.end(manager, organisationId, run.id, { ...seen, state: 'skipped', note: held });
      return stored;
    }
    if (pdf === undefined) throw new DomainError('unavailable', 'another run of the schedule ended meanwhile; this one begins again', { retryAfter: 1 });
    const report = await this.audits.keep(manager, asker, stored.reference, schedule.terms.report, pdf);
    await this.runs.end(manager, organisationId, run.id, { ...seen, state: 'reported', reportId: report.reference });
    await this.outbox.leave(manager, organisationId, `schedule-run/${run.id}`, messageOfRun(schedule.terms, run, audit, stored.reference, { id: report.reference, digest: report.digest }), schedule.terms.recipients, ask);
    return { ...report, reference: `report/${report.reference}` };
  }
}
