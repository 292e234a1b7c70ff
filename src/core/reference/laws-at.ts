import { dayOf } from './day-of.js';
import type { FactResult } from './fact-result.js';
import { holdsOn } from './holds-on.js';
import { judgeFact } from './judge-fact.js';
import type { AccessLaw, JurisdictionFacts, LocalisationLaw } from './jurisdiction-facts.js';
import type { ReferenceFacts } from './reference-facts.js';

/** A list of dated laws inside the record of a jurisdiction: its field name, and how to take it out. */
export interface LawList<Law extends AccessLaw | LocalisationLaw> {
  readonly field: string;
  readonly of: (facts: JurisdictionFacts) => readonly Law[] | undefined;
}

/** The laws of one list that a jurisdiction had at an instant; a law not yet known then stands with that state. */
export function lawsAt<Law extends AccessLaw | LocalisationLaw>(reference: ReferenceFacts, code: string, list: LawList<Law>, asOf: string): readonly FactResult<Law>[] {
  const facts = reference.jurisdictions.get(code);
  if (facts === undefined) return [];
  return (list.of(facts) ?? []).flatMap((law, index) => {
    if (!holdsOn(law, dayOf(asOf))) return [];
    const part = { path: `${list.field}[${index}]`, from: law.from, confidence: law.confidence, sources: law.sources, noSource: law.noSource };
    return [judgeFact(`jurisdiction/${code}`, facts, law, asOf, reference.data.review, part)];
  });
}
