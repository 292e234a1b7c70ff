import { absentFact } from './absent-fact.js';
import type { FactResult } from './fact-result.js';
import { judgeFact } from './judge-fact.js';
import { modelByAlias } from './model-by-alias.js';
import type { ModelFacts } from './model-facts.js';
import type { Overlaid, ReferenceFacts } from './reference-facts.js';

/** A catalogue model by id or any of its names, as of an instant; where the name is that of a variant, with what differs in it put in place. Not known before its release. */
export function lookUpModel(reference: ReferenceFacts, name: string, asOf: string): FactResult<Overlaid<ModelFacts>> {
  const found = modelByAlias(reference, name);
  const record = found === undefined ? undefined : reference.models.get(found.model);
  if (found === undefined || record === undefined) return absentFact(`model/${name}`);
  const { name: _name, aliases: _aliases, detail: _detail, ...differing } = (found.variant === undefined ? undefined : record.variants?.[found.variant]) ?? { name: '', aliases: [], detail: undefined };
  const model = { ...record, ...differing };
  return judgeFact(`model/${record.id}`, record, model, asOf, reference.data.review, { from: model.releaseDate, fromField: 'releaseDate' });
}
