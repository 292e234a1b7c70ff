import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type Deployment } from '../../core/inventory/deployment.js';
import { recordKey } from '../../core/inventory/record-key.js';
import { LogService } from '../log/log.service.js';
import { type Principal } from '../platform/authorization/principal.js';
import { requirePerson } from '../platform/authorization/require-person.js';
import { Clock } from '../platform/clock/clock.js';
import { OrganisationScope } from '../platform/database/organisation-scope.js';
import { uuidV7 } from '../platform/database/uuid-v7.js';
import { DomainError } from '../platform/problem/domain-error.js';
import { RecordRightsService } from '../register/record-rights.service.js';
import { type ClearancePage, type ClearanceQuery, type ClearanceView } from './clearance-shapes.js';

/** What is cleared, before it has a number. */
export interface NewClearance {
  readonly deployment: string;
  readonly auditId: string;
  readonly weights: readonly { readonly artefact: string; readonly sha256: string }[];
  readonly imageDigest: string | undefined;
  readonly reason: string;
  readonly expiresAt: Date;
}

interface ClearanceRow {
  readonly id: string;
  readonly number: number;
  readonly deployment: string;
  readonly audit_id: string;
  readonly weights: ClearanceView['weights'];
  readonly image_digest: string | null;
  readonly reason: string;
  readonly granted_by: string;
  readonly granted_at: Date;
  readonly expires_at: Date;
  readonly revoked_at: Date | null;
  readonly revoked_by: string | null;
  readonly revoked_for: string | null;
  readonly replaced: boolean;
}

const columns = `c.*, EXISTS (SELECT FROM clearances later WHERE later.organisation_id = c.organisation_id AND later.deployment = c.deployment AND later.number > c.number) AS replaced`;

/** What was cleared to run, and when that was taken back. Nothing is ever removed. */
@Injectable()
export class ClearancesService {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly clock: Clock,
    private readonly log: LogService,
    private readonly rights: RecordRightsService,
  ) {}

  async list(asker: Principal, { deployment, after, limit }: ClearanceQuery): Promise<ClearancePage> {
    const given: unknown[] = [asker.organisationId];
    const place = (value: unknown): string => `$${given.push(value)}`;
    const readable = this.rights.readable(asker, `('${recordKey('deployment', '')}' || c.deployment)`, place);
    const fitting = ['c.organisation_id = $1', ...(readable === undefined ? [] : [readable]), ...(deployment === undefined ? [] : [`c.deployment = ${place(deployment)}`])].join(' AND ');
    return this.scope.run(asker.organisationId, async (manager) => {
      const [counted]: { total: number }[] = await manager.query(`SELECT count(*)::int AS total FROM clearances c WHERE ${fitting}`, [...given]);
      const page = after === undefined ? fitting : `${fitting} AND c.number < ${place(after)}`;
      const rows: ClearanceRow[] = await manager.query(`SELECT ${columns} FROM clearances c WHERE ${page} ORDER BY c.number DESC LIMIT ${place(limit + 1)}`, given);
      const shown = rows.slice(0, limit);
      return { items: shown.map((row) => viewOf(row, this.clock.now())), total: counted?.total ?? 0, next: rows.length > limit ? (shown.at(-1)?.number ?? null) : null };
    });
  }

  /** @throws DomainError `unknown-record` */
  async read(asker: Principal, id: string): Promise<ClearanceView> {
    return this.scope.run(asker.organisationId, (manager) => this.view(manager, asker, id));
  }

  /** Writes down what was cleared, in the caller's transaction; it replaces what was cleared for the deployment before. */
  async record(manager: EntityManager, asker: Principal, { deployment, auditId, weights, imageDigest, reason, expiresAt }: NewClearance): Promise<ClearanceView> {
    const { organisationId } = asker;
    await manager.query('SELECT 1 FROM organisations WHERE id = $1 FOR NO KEY UPDATE', [organisationId]);
    const now = this.clock.now();
    const id = uuidV7(now.getTime());
    await manager.query(
      `INSERT INTO clearances (organisation_id, id, number, deployment, audit_id, weights, image_digest, reason, granted_by, granted_at, expires_at)
       SELECT $1, $2, coalesce(max(number), 0) + 1, $3, $4, $5, $6, $7, $8, $9, $10 FROM clearances WHERE organisation_id = $1`,
      [organisationId, id, deployment, auditId, JSON.stringify(weights), imageDigest ?? null, reason, asker.id, now, expiresAt],
    );
    await this.log.append(manager, asker, 'clearance.grant', `clearance/${id}`, { deployment, audit: auditId, expiresAt: expiresAt.toISOString(), weights: weights.map(({ sha256 }) => sha256), ...(imageDigest === undefined ? {} : { imageDigest }) });
    return this.view(manager, asker, id);
  }

  /** @throws DomainError `unknown-record`, `not-allowed` where a key asks, `conflict` where it was revoked or replaced already */
  async revoke(asker: Principal, id: string, reason: string): Promise<ClearanceView> {
    const { organisationId } = asker;
    requirePerson(asker, 'a clearance is revoked');
    return this.scope.run(organisationId, async (manager) => {
      await manager.query('SELECT 1 FROM organisations WHERE id = $1 FOR NO KEY UPDATE', [organisationId]);
      const { state, name, deployment } = await this.view(manager, asker, id);
      if (state === 'revoked') throw new DomainError('conflict', `the clearance ${name} is revoked already`);
      if (state === 'replaced') throw new DomainError('conflict', `the clearance ${name} was replaced by a later one of ${deployment}, which alone counts; revoke that one`);
      await manager.query('UPDATE clearances SET revoked_at = $3, revoked_by = $4, revoked_for = $5 WHERE organisation_id = $1 AND id = $2', [organisationId, id, this.clock.now(), asker.id, reason]);
      await this.log.append(manager, asker, 'clearance.revoke', `clearance/${id}`, { deployment });
      return this.view(manager, asker, id);
    });
  }

  /** The newest of every deployment as an audit at an instant is given it: what was recorded later is left out, what was revoked by then says so. */
  async standing({ organisationId }: Pick<Principal, 'organisationId'>, asOf: Date): Promise<readonly Pick<Deployment, 'id' | 'cleared'>[]> {
    const rows: ClearanceRow[] = await this.scope.run(organisationId, (manager) => manager.query('SELECT DISTINCT ON (deployment) * FROM clearances WHERE organisation_id = $1 AND granted_at <= $2 ORDER BY deployment, number DESC', [organisationId, asOf]));
    return rows.map(({ deployment, granted_at: at, expires_at: expires, audit_id: audit, weights, image_digest: imageDigest, revoked_at: revoked }) => ({
      id: deployment,
      cleared: {
        at: at.toISOString(),
        expires: expires.toISOString(),
        audit,
        weights: [...new Set(weights.map(({ sha256 }) => sha256))].sort(),
        ...(imageDigest === null ? {} : { imageDigest }),
        ...(revoked === null || revoked > asOf ? {} : { revokedAt: revoked.toISOString() }),
      },
    }));
  }

  private async view(manager: EntityManager, asker: Principal, id: string): Promise<ClearanceView> {
    const [row]: ClearanceRow[] = await manager.query(`SELECT ${columns} FROM clearances c WHERE c.organisation_id = $1 AND c.id = $2`, [asker.organisationId, id]);
    if (row === undefined || (await this.rights.unreadable(manager, asker, [recordKey('deployment', row.deployment)])).length > 0) throw new DomainError('unknown-record', `there is no clearance ${id}; list the clearances to find its id`);
    return viewOf(row, this.clock.now());
  }
}

function viewOf(row: ClearanceRow, now: Date): ClearanceView {
  const { id, number, deployment, audit_id: audit, weights, image_digest: imageDigest, reason, granted_by: grantedBy, granted_at: grantedAt, expires_at: expiresAt, revoked_at: revokedAt, revoked_by: revokedBy, revoked_for: revokedFor, replaced } = row;
  const state = revokedAt !== null ? 'revoked' : replaced ? 'replaced' : expiresAt <= now ? 'expired' : 'in-force';
  return { id, name: `C-${number}`, deployment, audit, state, weights, imageDigest, reason, grantedBy, grantedAt: grantedAt.toISOString(), expiresAt: expiresAt.toISOString(), revokedAt: revokedAt?.toISOString() ?? null, revokedBy, revokedFor };
}
