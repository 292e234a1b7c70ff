import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { systemPrincipal } from '../platform/authorization/system-principal.js';
import { Clock } from '../platform/clock/clock.js';
import { OrganisationScope } from '../platform/database/organisation-scope.js';
import { JobDesk } from '../platform/jobs/job-desk.js';
import { Ticker } from '../platform/jobs/ticker.js';
import { retentionJob } from './retention-job.service.js';

const day = 86_400_000;

/** Asks once a day, for each organisation, that what is no longer kept be deleted; the first time a day after it is seen. */
@Injectable()
export class RetentionTickService implements OnModuleInit {
  constructor(
    private readonly source: DataSource,
    private readonly scope: OrganisationScope,
    private readonly clock: Clock,
    private readonly ticker: Ticker,
    private readonly desk: JobDesk,
  ) {}

  onModuleInit(): void {
    this.ticker.everyMinute(() => this.tick());
  }

  /** One that fails is told at the end and keeps no other from its turn. */
  async tick(): Promise<void> {
    const organisations: { readonly id: string }[] = await this.source.query('SELECT organisation_ids() AS id');
    const failures: unknown[] = [];
    for (const { id } of organisations) await this.ask(id).catch((error: unknown) => failures.push(error));
    if (failures.length > 0) throw new AggregateError(failures, 'not every organisation could be asked for');
  }

  /** A last time that lies ahead is of a clock that was set back: the day begins anew, and nothing is deleted for it. */
  private async ask(organisationId: string): Promise<void> {
    const now = this.clock.now();
    await this.scope.run(organisationId, async (manager) => {
      await manager.query('INSERT INTO retention_looks (organisation_id, asked_at) VALUES ($1, $2) ON CONFLICT DO NOTHING', [organisationId, now]);
      await manager.query('UPDATE retention_looks SET asked_at = $2 WHERE organisation_id = $1 AND asked_at > $2', [organisationId, now]);
      const [due]: [unknown[], number] = await manager.query('UPDATE retention_looks SET asked_at = $2 WHERE organisation_id = $1 AND asked_at <= $3 RETURNING 1', [organisationId, now, new Date(now.getTime() - day)]);
      if (due.length > 0) await this.desk.askWithin(manager, systemPrincipal(organisationId, organisationId), { kind: retentionJob, input: {} });
    });
  }
}
