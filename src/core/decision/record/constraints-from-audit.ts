import { type OptionResult } from '../../audit/audit-result.js';
import { blocks, type Gate } from '../../audit/gate.js';
import { type ConstraintVerdict } from '../choice/constraint-verdict.js';
import { type DecideCase } from './decide-case.js';

/** Constraints by option id. */
export type OptionConstraints = Readonly<Record<string, readonly ConstraintVerdict[]>>;

/** No pack's rule, so no waiver names it: where data would go must be stated. */
const flowsNotStated = 'flows-not-stated';

const undescribed = (option: string, deployment: string): ConstraintVerdict => ({
  rule: 'option-not-described',
  verdict: 'unknown',
  because: `the inventory describes no alternative '${option}' of ${deployment}, so no rule was asked; describe it under alternatives`,
  waivable: false,
});

/**
 * What the policy packs say of each option of a case: everything that blocks by the gate. An option stands in the inventory under its own
 * id, the status quo as the deployment itself; one that does not is unknown.
 */
export function constraintsFromAudit({ options, deployment }: Pick<DecideCase, 'options' | 'deployment'>, audited: readonly OptionResult[], gate: Gate): OptionConstraints {
  const known = audited.filter((option) => option.deployment === deployment);
  return Object.fromEntries(
    options.map(({ id, template }) => {
      const found = known.find((option) => option.option === id) ?? (template === 'status-quo' ? known.find((option) => option.option === 'as-is') : undefined);
      if (found === undefined) return [id, [undescribed(id, deployment ?? 'the deployment')]];
      const blocking = found.breaks.filter(({ verdict, severity }) => blocks({ verdict, severity, waived: false, isNew: true }, { ...gate, onUnknown: 'fail', newOnly: false }));
      return [id, blocking.map(({ ruleId, verdict, message }): ConstraintVerdict => ({ rule: ruleId, verdict, because: message.slice(0, 500), waivable: ruleId !== flowsNotStated }))];
    }),
  );
}
