import { defaultGate } from '../core/audit/gate.js';
import { askedConstraints } from '../core/decision/record/asked-constraints.js';
import { type OptionConstraints } from '../core/decision/record/constraints-from-audit.js';
import { type DecideCase } from '../core/decision/record/decide-case.js';
import { auditInputs } from './audit-inputs.js';
import { UsageError } from './usage-error.js';

/** Runs the policy packs on every option that the inventory describes, as of the case's day. */
export async function inventoryConstraints(paths: readonly string[], packs: readonly string[], given: DecideCase): Promise<OptionConstraints> {
  if (given.deployment === undefined) throw new UsageError("the case names no deployment, so its options cannot be found in the inventory; add 'deployment: <id>'");
  const { result } = await auditInputs({ paths, packs, waivers: [], asOf: `${given.asOf}T00:00:00Z`, gate: defaultGate });
  if (!result.options.some(({ deployment }) => deployment === given.deployment))
    throw new UsageError(`the inventory describes no alternatives of the deployment '${given.deployment}'; describe them, or correct the id`);
  return askedConstraints(given, result, defaultGate);
}
