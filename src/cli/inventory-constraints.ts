import { defaultGate } from '../core/audit/gate.js';
import { type ConstraintVerdict } from '../core/decision/choice/constraint-verdict.js';
import { constraintsFromAudit, type OptionConstraints } from '../core/decision/record/constraints-from-audit.js';
import { type DecideCase } from '../core/decision/record/decide-case.js';
import { auditInputs } from './audit-inputs.js';
import { UsageError } from './usage-error.js';

/** Runs the policy packs on every option that the inventory describes, as of the case's day. Where nothing blocks, that the packs were asked is said. */
export async function inventoryConstraints(paths: readonly string[], packs: readonly string[], given: DecideCase): Promise<OptionConstraints> {
  if (given.deployment === undefined) throw new UsageError("the case names no deployment, so its options cannot be found in the inventory; add 'deployment: <id>'");
  const { result } = await auditInputs({ paths, packs, waivers: [], asOf: `${given.asOf}T00:00:00Z`, gate: defaultGate });
  if (!result.options.some(({ deployment }) => deployment === given.deployment))
    throw new UsageError(`the inventory describes no alternatives of the deployment '${given.deployment}'; describe them, or correct the id`);
  const { packs: asked, facts } = result.digests;
  const nothingBlocks: ConstraintVerdict = { rule: 'policy-packs', verdict: 'pass', because: `nothing blocks by ${Object.keys(asked).sort().join(', ')} as of ${given.asOf}, facts ${facts}`.slice(0, 500), waivable: false };
  return Object.fromEntries(Object.entries(constraintsFromAudit(given, result.options, defaultGate)).map(([option, found]) => [option, found.length === 0 ? [nothingBlocks] : found]));
}
