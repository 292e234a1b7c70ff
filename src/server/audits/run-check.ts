import { audit, type AuditInput } from '../../core/audit/audit.js';
import { type AuditResult, type WaiverOfResult } from '../../core/audit/audit-result.js';
import { UnknownPartError } from '../../core/audit/unknown-part-error.js';
import { jsonExporter } from '../../exporters/json/json.exporter.js';
import { DomainError } from '../platform/problem/domain-error.js';
import { type AuditAssets } from './audit-assets.js';
import { auditInputOf } from './audit-input-of.js';
import { type CheckInput, type CheckOutcome } from './check-task.js';

/** The same audit as `domicile check` on the same files. Pure, but for the assets it is given. @throws DomainError `not-checkable` */
export function runCheck(input: CheckInput, assets: AuditAssets): CheckOutcome {
  let nextFlip: string | undefined;
  const result = auditOrRefuse({
    ...auditInputOf(input, assets),
    watch: ({ flipsAt }) => {
      if (flipsAt !== undefined && (nextFlip === undefined || flipsAt < nextFlip)) nextFlip = flipsAt;
    },
  });
  const { asOf, engine, part, conclusion, gate, counts, digests } = result;
  return { json: jsonExporter.export(result), asOf, engine, conclusion, blocked: gate.blocked, counts, digests, ...(part === undefined ? {} : { part }), ...(input.inventory === undefined ? {} : { followed: { findings: result.findings, asked: result.rules.map(({ pack, ruleId }) => `${pack} ${ruleId}`), endedWaivers: result.waivers.filter(endedSomewhere).map(({ id }) => id), ...(nextFlip === undefined ? {} : { nextFlip }) } }) };
}

function auditOrRefuse(input: AuditInput): AuditResult {
  try {
    return audit(input);
  } catch (error) {
    if (error instanceof UnknownPartError) throw new DomainError('not-checkable', error.message, { errors: [{ pointer: '/only', detail: error.message }] });
    throw error;
  }
}

/** Whether a waiver no longer covers something it was approved for, though it may still cover the rest. */
function endedSomewhere({ state, note }: WaiverOfResult): boolean {
  return state === 'guard-ended' || ((state === 'active' || state === 'expiring') && note !== undefined);
}
