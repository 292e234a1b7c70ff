import { defaultGate } from '../audit/gate.js';
import { constraintsFromAudit } from '../decision/record/constraints-from-audit.js';
import { type DecisionRecord } from '../decision/record/decision-record.js';
import { type ReportBlock } from './report-block.js';
import { type ReportContext } from './report-context.js';

const reasonsShown = 4;

/** A record stands as it was approved; where the packs of this audit judge an option it admits otherwise, or were never asked, that is said. */
export function checkDecision(context: ReportContext, { inputs, options }: DecisionRecord): ReportBlock[] {
  const { options: audited } = context.input.result;
  if (inputs.deployment === undefined || !audited.some(({ deployment }) => deployment === inputs.deployment)) return [{ kind: 'paragraph', text: context.say('decision.notAsked') }];
  const found = constraintsFromAudit(inputs, audited, defaultGate);
  const lines = options
    .filter(({ state }) => state === 'admissible')
    .flatMap(({ id, title }) => {
      const waived = new Set(inputs.options.find((option) => option.id === id)?.constraints.flatMap(({ rule, waiver }) => (waiver === undefined ? [] : [rule])));
      const reasons = (found[id] ?? []).filter(({ rule }) => !waived.has(rule)).map(({ rule, verdict }) => `${context.show(rule, 80)} (${context.say(`outcome.${verdict}`)})`);
      if (reasons.length === 0) return [];
      const more = reasons.length > reasonsShown ? context.say('list.more', { count: reasons.length - reasonsShown }) : '';
      return [context.say('decision.disagrees', { option: context.show(title, 160), rules: `${reasons.slice(0, reasonsShown).join(context.say('list.comma'))}${more}` })];
    });
  if (lines.length === 0) return [{ kind: 'paragraph', text: context.say('decision.agrees') }];
  return [{ kind: 'callout', tone: 'away', text: context.say('decision.disagreesTitle'), note: lines.join(' ') }];
}
