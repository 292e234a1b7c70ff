import { absentFact } from './absent-fact.js';
import type { EngineFacts } from './engine-facts.js';
import type { FactResult } from './fact-result.js';
import { judgeFact } from './judge-fact.js';
import type { Overlaid, ReferenceFacts } from './reference-facts.js';

/** A serving engine or component by id, name or alias, as of an instant; for its lifecycle ask `lifecycleAt`. */
export function lookUpEngine(reference: ReferenceFacts, name: string, asOf: string): FactResult<Overlaid<EngineFacts>> {
  const id = reference.engineIdByName.get(name.trim().toLowerCase());
  const facts = id === undefined ? undefined : reference.engines.get(id);
  if (id === undefined || facts === undefined) return absentFact(`engine/${name}`);
  return judgeFact(`engine/${id}`, facts, facts, asOf, reference.data.review);
}
