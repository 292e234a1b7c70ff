import { audit } from '../../core/audit/audit.js';
import { defaultGate } from '../../core/audit/gate.js';
import { askedConstraints } from '../../core/decision/record/asked-constraints.js';
import { type DecideCase } from '../../core/decision/record/decide-case.js';
import { type AskedOptions } from './asked-options.js';
import { type AuditAssets } from './audit-assets.js';
import { auditInputOf } from './audit-input-of.js';
import { type CheckInput } from './check-input.js';

/** Asks the packs of every option as `domicile decide --inventory` does; nothing of a case where the inventory describes no alternatives of its deployment. */
export function askOptions(input: CheckInput, cases: readonly DecideCase[], assets: AuditAssets): readonly (AskedOptions | null)[] {
  const result = audit(auditInputOf(input, assets));
  const { packs, facts } = result.digests;
  return cases.map((given) => (result.options.some(({ deployment }) => deployment === given.deployment) ? { constraints: askedConstraints(given, result, defaultGate), packs, facts } : null));
}
