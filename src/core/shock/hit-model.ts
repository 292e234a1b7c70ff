import { nearestName } from '../inventory/nearest-name.js';
import { type Model } from '../inventory/model.js';
import { catalogueOf } from '../exposure/lineage/catalogue-of.js';
import { openExposure } from '../exposure/open-exposure.js';
import { modelByAlias } from '../reference/model-by-alias.js';
import { type World } from './shocked-world.js';

/** A model that a shock names: its ids in the inventory, its id in the catalogue, and every name it goes by. */
export interface HitModel {
  readonly ids: ReadonlySet<string>;
  readonly catalogue?: string;
  readonly names: ReadonlySet<string>;
}

/** Finds the model a shock names by its id in the inventory, its catalogue id, an alias of that, or (`byApiName`) the name an API serves it by. */
export function hitModel({ snapshot, reference }: World, named: string, byApiName: boolean): HitModel | { readonly problem: string } {
  const context = openExposure(snapshot, reference, snapshot.asOf);
  const catalogueId = (model: Model): string | undefined => catalogueOf(context, model.id)?.value?.id;
  const own = snapshot.models.find(({ id }) => id === named);
  const known = own === undefined ? modelByAlias(reference, named)?.model : catalogueId(own);
  const models = own === undefined ? snapshot.models.filter((model) => (byApiName && model.apiModelId === named) || (known !== undefined && catalogueId(model) === known)) : [own];
  if (models.length === 0 && known === undefined) {
    const near = nearestName(named, [...snapshot.models.map(({ id }) => id), ...reference.models.keys()]);
    return { problem: `the model '${named}' is neither in the inventory nor in the catalogue; ${near === undefined ? "see 'domicile scan' and 'domicile facts list models'" : `did you mean '${near}'?`}` };
  }
  const names = [named, ...models.flatMap(({ id, apiModelId }) => [id, ...(apiModelId === undefined ? [] : [apiModelId])])];
  return { ids: new Set(models.map(({ id }) => id)), names: new Set(names), ...(known === undefined ? {} : { catalogue: known }) };
}
