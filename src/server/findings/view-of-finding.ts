import { type FindingEntity } from './finding.entity.js';
import { type FindingSummary } from './finding-shapes.js';

export function viewOfFinding({ fingerprint, state, assignee, version, openedAt, changedAt, auditId, finding }: Omit<FindingEntity, 'organisationId'>): FindingSummary {
  const { ruleId, pack, title, severity, verdict, subject, element, message } = finding;
  return { fingerprint, state, assignee, version: Number(version), ruleId, pack, title, severity, verdict, subject, element: element ?? null, message, openedAt: openedAt.toISOString(), changedAt: changedAt.toISOString(), audit: auditId };
}
