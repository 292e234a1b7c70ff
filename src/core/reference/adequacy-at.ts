import { absentFact } from './absent-fact.js';
import { dayOf } from './day-of.js';
import type { FactResult } from './fact-result.js';
import { holdsOn } from './holds-on.js';
import { isMember } from './is-member.js';
import { judgeFact } from './judge-fact.js';
import type { AdequacyInterval } from './jurisdiction-facts.js';
import type { ReferenceFacts } from './reference-facts.js';

/**
 * not-needed: inside the EEA; adequate: a decision covers it; partial: only within the decision's scope, which must be looked at;
 * ended: there was a decision and it expired, fell or was repealed; none: there is none.
 */
export type AdequacyStatus = 'not-needed' | 'adequate' | 'partial' | 'ended' | 'none';

export interface Adequacy {
  readonly status: AdequacyStatus;
  /** The decision in force, or the last one where it ended. */
  readonly decision?: AdequacyInterval;
}

/** What adequacy under GDPR Art. 45 (Directive 95/46/EC Art. 25 before) a country had at an instant. */
export function adequacyAt(reference: ReferenceFacts, code: string, asOf: string): FactResult<Adequacy> {
  const facts = reference.jurisdictions.get(code);
  const fact = `jurisdiction/${code}`;
  if (facts === undefined) return absentFact(fact);
  const day = dayOf(asOf);
  const judge = (value: Adequacy, index: number | undefined) => {
    const interval = index === undefined ? undefined : facts.adequacy?.[index];
    return judgeFact(fact, facts, value, asOf, reference.data.review, {
      path: index === undefined ? 'adequacy' : `adequacy[${index}]`,
      from: interval === undefined ? '0000' : interval.from,
      confidence: interval?.confidence,
      sources: interval?.sources,
      noSource: interval?.noSource,
    });
  };
  if (isMember(reference, code, 'EEA', asOf)) return judge({ status: 'not-needed' }, undefined);
  const decisions = facts.adequacy ?? [];
  const current = decisions.findIndex((decision) => holdsOn(decision, day) && (decision.expires === undefined || day < decision.expires));
  const decision = decisions[current];
  if (decision !== undefined) return judge({ status: decision.scope === 'general' || decision.scope === 'organisation-itself' ? 'adequate' : 'partial', decision }, current);
  const last = decisions.findLastIndex(({ from }) => from !== undefined && from <= day);
  const ended = decisions[last];
  return ended === undefined ? judge({ status: 'none' }, undefined) : judge({ status: 'ended', decision: ended }, last);
}
