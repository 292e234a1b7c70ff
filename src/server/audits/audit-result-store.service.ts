import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { OrganisationScope } from '../platform/database/organisation-scope.js';

/** Keeps results byte for byte, a large one in pieces. */
@Injectable()
export class AuditResultStore {
  constructor(private readonly scope: OrganisationScope) {}

  async keep(manager: EntityManager, organisationId: string, auditId: string, text: string): Promise<void> {
    await manager.query('INSERT INTO audit_results (organisation_id, audit_id, number, content) VALUES ($1, $2, 0, $3)', [organisationId, auditId, text]);
  }

  /** A result that is not too large to be one string. */
  async whole(manager: EntityManager, organisationId: string, auditId: string): Promise<string> {
    const rows: { content: string }[] = await manager.query('SELECT content FROM audit_results WHERE organisation_id = $1 AND audit_id = $2 ORDER BY number', [organisationId, auditId]);
    return rows.map(({ content }) => content).join('');
  }

  /** A result a piece at a time, each read when the one before was taken. */
  async *pieces(organisationId: string, auditId: string): AsyncGenerator<string, void, undefined> {
    for (let after = -1; ; ) {
      const [row]: { number: number; content: string }[] = await this.scope.run(organisationId, (manager) => manager.query('SELECT number, content FROM audit_results WHERE organisation_id = $1 AND audit_id = $2 AND number > $3 ORDER BY number LIMIT 1', [organisationId, auditId, after]));
      if (row === undefined) return;
      yield row.content;
      after = row.number;
    }
  }
}
