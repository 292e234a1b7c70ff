import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

/** Runs work inside one organisation: one transaction whose setting row-level security reads, gone with its end. Without it every table is empty. */
@Injectable()
export class OrganisationScope {
  constructor(private readonly source: DataSource) {}

  run<T>(organisationId: string, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.source.transaction(async (manager) => {
      await manager.query("SELECT set_config('app.organisation', $1, true)", [organisationId]);
      return work(manager);
    });
  }
}
