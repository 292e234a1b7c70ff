import { type FactResult } from '../../reference/fact-result.js';
import { lookUpModel } from '../../reference/look-up-model.js';
import { modelByAlias } from '../../reference/model-by-alias.js';
import { type ModelFacts } from '../../reference/model-facts.js';
import { type ExposureContext } from '../exposure-context.js';
import { remember } from '../remember.js';

/** What the catalogue says of a model, found through the id it states, or its own id, name, repository or API name. */
export function catalogueOf(context: ExposureContext, id: string): FactResult<ModelFacts> | undefined {
  return remember(context, `catalogue/${id}`, () => {
    const record = context.models.get(id);
    const names = [record?.catalogue, id, record?.source?.repository, record?.name, record?.apiModelId];
    const name = names.find((candidate) => candidate !== undefined && modelByAlias(context.reference, candidate) !== undefined);
    return { found: name === undefined ? undefined : lookUpModel(context.reference, name, context.asOf) };
  }).found;
}
