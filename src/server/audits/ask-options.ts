import { audit } from '../../core/audit/audit.js';
import { defaultGate } from '../../core/audit/gate.js';
import { askedConstraints } from '../../core/decision/record/asked-constraints.js';
import { type DecideCase } from '../../core/decision/record/decide-case.js';
import { type AskedOptions } from './asked-options.js';
import { type AuditAssets } from './audit-assets.js';
import { auditInputOf } from './audit-input-of.js';
import { type CheckInput } from './check-input.js';

/** Asks the packs of every option as `domicile decide --inventory` does; nothing where the inventory describes no alternatives of the deployment. */
export function askOptions(input: CheckInput, given: DecideCase, assets: AuditAssets): AskedOptions | null {
  const result = audit(auditInputOf(input, assets));
  if (!result.options.some(({ deployment }) => deployment === given.deployment)) return null;
  return { constraints: askedConstraints(given, result, defaultGate), packs: result.digests.packs, facts: result.digests.facts };
}
