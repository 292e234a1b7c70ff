import { admissibility } from '../../core/decision/choice/admissibility.js';
import { unaskedRules } from '../../core/decision/choice/unasked-rules.js';
import { openQuestions } from '../../core/decision/record/open-questions.js';
import { type DecisionEntity } from './decision.entity.js';
import { type DecisionEventEntity } from './decision-event.entity.js';
import { type DecisionInputEntity } from './decision-input.entity.js';
import { type DecisionSummary, type DecisionView } from './decision-shapes.js';

export function summaryOfDecision({ id, number, title, deployment, state, version, author, approval, signOff, supersedes, createdAt, changedAt }: Omit<DecisionEntity, 'organisationId' | 'result' | 'resultDigest' | 'asked' | 'inputVersion' | 'authorVersion'>): DecisionSummary {
  return { id, name: `D-${number}`, title, deployment, state, version: Number(version), author, approval, signOff, supersedes, createdAt: createdAt.toISOString(), changedAt: changedAt.toISOString() };
}

/** The decision with its inputs and how its options stand before they are weighed. No score is worked out for it. */
export function viewOfDecision(decision: Omit<DecisionEntity, 'result'>, { inputs, inputHash }: Pick<DecisionInputEntity, 'inputs' | 'inputHash'>, events: readonly DecisionEventEntity[], supersededBy: string | null): DecisionView {
  const judged = admissibility(inputs.options.map(({ id, constraints, feasibility }) => ({ id, feasibility, scores: {}, constraints: constraints.length === 0 ? [unaskedRules] : constraints })));
  return {
    ...summaryOfDecision(decision),
    inputs,
    inputHash: `sha256:${inputHash}`,
    toFillIn: openQuestions(inputs).map(({ at, where, asks }) => ({ at: [...at], where, asks })),
    options: judged.options.map(({ id, state, because, waived }) => ({ id, state, because: [...because], waived: [...waived], noRuleAsked: inputs.options.find((option) => option.id === id)?.constraints.length === 0 })),
    asked: decision.asked === null ? null : { ...decision.asked, packs: { ...decision.asked.packs } },
    resultDigest: decision.resultDigest,
    supersededBy,
    events: events.map(({ at, actorKind: kind, actor, what, details }) => ({ at: at.toISOString(), by: { kind, id: actor }, what, details: { ...details } })),
  };
}
