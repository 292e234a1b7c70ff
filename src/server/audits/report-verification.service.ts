import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { type ReportVerification } from '../../signing/report-verification.js';
import { type Principal } from '../platform/authorization/principal.js';
import { Clock } from '../platform/clock/clock.js';
import { OrganisationScope } from '../platform/database/organisation-scope.js';
import { WorkerPool } from '../platform/threads/worker-pool.js';
import { AuditEntity } from './audit.entity.js';
import { AuditsService } from './audits.service.js';
import { CheckInputsService } from './check-inputs.service.js';
import { type CheckAnswer, type CheckTask, type StoredAudit, type StoredCheck } from './check-task.js';
import { TrustedSigners } from './trusted-signers.js';

/** Tells whether a report is what it says it is. */
@Injectable()
export class ReportVerificationService {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly clock: Clock,
    private readonly pool: WorkerPool<CheckTask, CheckAnswer>,
    private readonly trust: TrustedSigners,
    private readonly audits: AuditsService,
    private readonly inputs: CheckInputsService,
  ) {}

  /** Checks a report; one of an audit that is stored here is compared with that audit. */
  async verify(asker: Principal, file: Uint8Array): Promise<ReportVerification> {
    const alone = await this.verifyWith(file);
    const digest = alone.report?.digest;
    const stored = digest === undefined || alone.conclusion === 'failed' ? undefined : await this.storedAs(asker, digest);
    return stored === undefined ? alone : this.verifyWith(file, stored);
  }

  private async verifyWith(file: Uint8Array, stored?: StoredAudit): Promise<ReportVerification> {
    const answer = await this.pool.run({ kind: 'verify', file, roots: this.trust.signers, asOf: this.clock.now().toISOString(), ...(stored === undefined ? {} : { stored }) });
    if (answer.kind !== 'verify') throw new Error('the worker answered another question');
    return answer.verification;
  }

  private async storedAs(asker: Principal, resultDigest: string): Promise<StoredAudit | undefined> {
    const { organisationId } = asker;
    const audit = await this.scope.run(organisationId, (manager) => manager.findOne(AuditEntity, { select: { id: true, request: true }, where: { organisationId, resultDigest, emptiedAt: IsNull() } }));
    return audit === null ? undefined : { input: await this.inputs.of(asker, JSON.parse(audit.request) as StoredCheck), result: await this.audits.result(asker, audit.id) };
  }
}
