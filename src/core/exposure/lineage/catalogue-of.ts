import { type FactResult } from '../../reference/fact-result.js';
import { lookUpModel } from '../../reference/look-up-model.js';
import { modelByAlias } from '../../reference/model-by-alias.js';
import { type ModelFacts } from '../../reference/model-facts.js';
import { type CommonsContext } from '../commons-context.js';
import { remember } from '../remember.js';

/**
 * What the catalogue says of a model, found through its repository, API name, id or name. Where the model states a catalogue id,
 * only names of that record count, since they may single out one of its variants.
 */
export function catalogueOf(within: CommonsContext, id: string): FactResult<ModelFacts> | undefined {
  return remember(within, `catalogue/${id}`, (context) => {
    const name = catalogueName(context, id);
    return { found: name === undefined ? undefined : lookUpModel(context.reference, name, context.asOf) };
  }).found;
}

function catalogueName(context: CommonsContext, id: string): string | undefined {
  const record = context.models.get(id);
  const names = [record?.source?.repository, record?.apiModelId, id, record?.name].filter((name) => name !== undefined);
  const known = (name: string) => modelByAlias(context.reference, name);
  const stated = record?.catalogue === undefined ? undefined : known(record.catalogue);
  if (stated === undefined) return names.find((name) => known(name) !== undefined);
  return names.find((name) => known(name)?.model === stated.model) ?? record?.catalogue;
}
