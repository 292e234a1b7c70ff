import { type AuditResult } from '../../core/audit/audit-result.js';
import { readCertificates } from '../../signing/read-certificates.js';
import { type ReportVerification } from '../../signing/report-verification.js';
import { type Reproduce, verifyReport } from '../../signing/verify-report.js';
import { type AuditAssets } from './audit-assets.js';
import { type CheckTask, type StoredAudit } from './check-task.js';
import { renderReport } from './render-report.js';
import { runCheck } from './run-check.js';

/** Checks a report, and where its audit is stored here audits again what was sent then, prints it and compares. */
export async function verifyStored({ file, roots, asOf, stored }: Extract<CheckTask, { kind: 'verify' }>, assets: AuditAssets): Promise<ReportVerification> {
  const trust = { roots: roots === '' ? [] : readCertificates(new TextEncoder().encode(roots), 'DOMICILE_SIGNING_CA'), stampRoots: [], asOf: new Date(asOf) };
  return verifyReport(file, trust, stored === undefined ? undefined : reproduceFrom(stored, assets));
}

function reproduceFrom({ input }: StoredAudit, assets: AuditAssets): Reproduce {
  return async ({ request: { template, language, meta, decisions, shocks, sovereignty, history } }) => {
    if (decisions.length + shocks.length + history.length > 0 || sovereignty || meta.deployment !== undefined) return { why: 'the report shows more than the audit that is stored here (decisions, shocks, levels, earlier audits or one deployment); print it again with domicile verify --inputs' };
    const { json } = runCheck(input, assets);
    const pdf = await renderReport({ input, result: json }, { template, language }, assets, meta);
    return { result: JSON.parse(json) as AuditResult, resultBytes: new TextEncoder().encode(json), pdf, statementsGiven: false };
  };
}
