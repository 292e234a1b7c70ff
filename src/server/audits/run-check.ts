import { auditWithTime, type AuditInput, type TimedAudit } from '../../core/audit/audit.js';
import { UnknownPartError } from '../../core/audit/unknown-part-error.js';
import { jsonExporter } from '../../exporters/json/json.exporter.js';
import { DomainError } from '../platform/problem/domain-error.js';
import { type AuditAssets } from './audit-assets.js';
import { auditInputOf } from './audit-input-of.js';
import { type CheckInput } from './check-input.js';
import { type CheckOutcome } from './check-outcome.js';
import { endedWaivers } from './ended-waivers.js';

/** The same audit as `domicile check` on the same files. Pure, but for the assets it is given. @throws DomainError `not-checkable` */
export function runCheck(input: CheckInput, assets: AuditAssets): CheckOutcome {
  const { result, nextFlip } = auditOrRefuse(auditInputOf(input, assets));
  const { asOf, engine, part, conclusion, gate, counts, digests } = result;
  return { json: jsonExporter.export(result), asOf, engine, conclusion, blocked: gate.blocked, counts, digests, ...(part === undefined ? {} : { part }), ...(input.inventory === undefined ? {} : { followed: { findings: result.findings, asked: result.rules.map(({ pack, ruleId }) => `${pack} ${ruleId}`), endedWaivers: endedWaivers(result), ...(nextFlip === undefined ? {} : { nextFlip }) } }) };
}

function auditOrRefuse(input: AuditInput): TimedAudit {
  try {
    return auditWithTime(input);
  } catch (error) {
    if (error instanceof UnknownPartError) throw new DomainError('not-checkable', error.message, { errors: [{ pointer: '/only', detail: error.message }] });
    throw error;
  }
}
