import { epochOf } from '../../core/inventory/epoch-of.js';
import { type WaiverEntity } from './waiver.entity.js';
import { type WaiverSummary } from './waiver-shapes.js';

/** The waiver as it stands at an instant: an approved one past its end has expired. */
export function viewOfWaiver({ id, number, state, version, terms, requestedBy, approvals, createdAt, changedAt }: Omit<WaiverEntity, 'organisationId'>, approverRoles: readonly string[], now: Date): WaiverSummary {
  const { pack, rules, subjects, findings, reason, justification, compensatingMeasure, ticket, validFrom, expiresAt } = terms;
  return {
    id,
    name: `W-${number}`,
    state: state === 'approved' && epochOf(expiresAt) <= now.getTime() ? 'expired' : state,
    version: Number(version),
    pack,
    rules: [...rules],
    subjects: subjects.map((subject) => ({ ...subject })),
    findings: [...findings],
    reason,
    justification,
    ...(compensatingMeasure === undefined ? {} : { compensatingMeasure }),
    ...(ticket === undefined ? {} : { ticket }),
    validFrom: validFrom === '' ? null : validFrom,
    expiresAt,
    requestedBy,
    approvals: approvals.map((approval) => ({ ...approval })),
    approverRoles: [...approverRoles],
    createdAt: createdAt.toISOString(),
    changedAt: changedAt.toISOString(),
  };
}
