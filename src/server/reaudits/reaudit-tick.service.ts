import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AffectedService, anotherDay } from '../audits/affected.service.js';
import { FindingFollowService } from '../findings/finding-follow.service.js';
import { systemPrincipal } from '../platform/authorization/system-principal.js';
import { Clock } from '../platform/clock/clock.js';
import { OrganisationScope } from '../platform/database/organisation-scope.js';
import { JobDesk } from '../platform/jobs/job-desk.js';
import { Ticker } from '../platform/jobs/ticker.js';
import { RegisterChangesService } from '../register/register-changes.service.js';
import { RegisterService } from '../register/register.service.js';
import { reauditJob } from './reaudit-job.service.js';
import { type ReauditTerms } from './reaudit-shapes.js';

const minute = 60_000;
/** Changes that do not end are audited after so many times the quiet that is waited for. */
const patience = 10;
/** How often is looked for what affects verdicts without a change of the register: facts, packs, waivers, the engine. */
const lookEvery = 60 * minute;

interface Row {
  readonly terms: ReauditTerms;
  readonly asked_revision: string;
  readonly looked_at: Date;
}

/** Asks for what changes affect to be audited again, once they have come to rest. Each state of the register is asked for once, whatever comes of it. */
@Injectable()
export class ReauditTickService implements OnModuleInit {
  constructor(
    private readonly source: DataSource,
    private readonly scope: OrganisationScope,
    private readonly clock: Clock,
    private readonly ticker: Ticker,
    private readonly desk: JobDesk,
    private readonly register: RegisterService,
    private readonly changes: RegisterChangesService,
    private readonly findings: FindingFollowService,
    private readonly affected: AffectedService,
  ) {}

  onModuleInit(): void {
    this.ticker.everyMinute(() => this.tick());
  }

  /** One organisation that fails is told at the end and keeps no other from its turn. */
  async tick(): Promise<void> {
    const organisations: { readonly id: string }[] = await this.source.query('SELECT organisation_ids() AS id');
    const failures: unknown[] = [];
    for (const { id } of organisations) await this.look(id).catch((error: unknown) => failures.push(error));
    if (failures.length > 0) throw new AggregateError(failures, 'not every organisation could be looked at for what changes affect');
  }

  private async look(organisationId: string): Promise<void> {
    if (await this.scope.run(organisationId, (manager) => this.askWhereMoved(manager, organisationId))) return;
    if (!(await this.otherwiseAffected(organisationId))) return;
    await this.scope.run(organisationId, async (manager) => {
      if ((await this.due(manager, organisationId)) !== undefined) await this.ask(manager, organisationId, await this.register.revisionIn(manager, organisationId));
    });
  }

  /** @returns whether the register is being changed or was, so that nothing else need be looked for */
  private async askWhereMoved(manager: EntityManager, organisationId: string): Promise<boolean> {
    const row = await this.due(manager, organisationId);
    const newest = await this.register.newest(manager, organisationId);
    if (row === undefined || newest === undefined) return true;
    const audited = (await this.findings.head(manager, organisationId))?.revision ?? 0;
    if (newest.revision <= Math.max(audited, Number(row.asked_revision))) return false;
    const now = this.clock.now().getTime();
    const quiet = row.terms.quietMinutes * minute;
    const first = await this.changes.firstAfter(manager, organisationId, Math.max(audited, Number(row.asked_revision)));
    const waited = (since: Date | undefined, wait: number): boolean => since !== undefined && (since.getTime() > now || now - since.getTime() >= wait);
    if (waited(newest.since, quiet) || waited(first, patience * quiet)) await this.ask(manager, organisationId, newest.revision);
    return true;
  }

  /** The row of an organisation that wants it and for which nothing is being audited, held until the transaction ends. */
  private async due(manager: EntityManager, organisationId: string): Promise<Row | undefined> {
    const [row]: Row[] = await manager.query("SELECT terms, asked_revision, looked_at FROM reaudits WHERE organisation_id = $1 AND terms ->> 'enabled' = 'true' FOR UPDATE SKIP LOCKED", [organisationId]);
    return row === undefined || (await this.desk.isUnfinished(manager, organisationId, reauditJob)) ? undefined : row;
  }

  /** That another day has begun is no change of its own: audits of every day are what schedules are for. */
  private async otherwiseAffected(organisationId: string): Promise<boolean> {
    const now = this.clock.now();
    const [taken]: [unknown[], number] = await this.scope.run(organisationId, (manager) => manager.query('UPDATE reaudits SET looked_at = $2 WHERE organisation_id = $1 AND (looked_at > $2 OR looked_at <= $3) RETURNING 1', [organisationId, now, new Date(now.getTime() - lookEvery)]));
    if (taken.length === 0) return false;
    const { head, affected } = await this.affected.affected(systemPrincipal(organisationId, organisationId), now);
    return head !== undefined && ('everything' in affected ? affected.everything !== anotherDay : affected.subjects.size > 0);
  }

  private async ask(manager: EntityManager, organisationId: string, revision: number): Promise<void> {
    await manager.query('UPDATE reaudits SET asked_revision = $2 WHERE organisation_id = $1', [organisationId, revision]);
    await this.desk.askWithin(manager, systemPrincipal(organisationId, organisationId), { kind: reauditJob, input: {} });
  }
}
