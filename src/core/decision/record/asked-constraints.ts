import { type AuditResult } from '../../audit/audit-result.js';
import { type Gate } from '../../audit/gate.js';
import { type ConstraintVerdict } from '../choice/constraint-verdict.js';
import { constraintsFromAudit, type OptionConstraints } from './constraints-from-audit.js';
import { type DecideCase } from './decide-case.js';

/** What an audit says of each option of a case, by its gate. Where nothing blocks, that the packs were asked is said. */
export function askedConstraints(given: DecideCase, { options, digests }: Pick<AuditResult, 'options' | 'digests'>, gate: Gate): OptionConstraints {
  const nothingBlocks: ConstraintVerdict = { rule: 'policy-packs', verdict: 'pass', because: `nothing blocks by ${Object.keys(digests.packs).sort().join(', ')} as of ${given.asOf}, facts ${digests.facts}`.slice(0, 500), waivable: false };
  return Object.fromEntries(Object.entries(constraintsFromAudit(given, options, gate)).map(([option, found]) => [option, found.length === 0 ? [nothingBlocks] : found]));
}
