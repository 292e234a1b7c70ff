import { type CommonsContext } from '../commons-context.js';
import { type Ancestor } from './ancestor.js';
import { developerOf } from './developer-of.js';
import { licencesOfModel } from './licences-of-model.js';

/**
 * Whether the maker of an ancestor has itself licensed a model on the way to it: whoever holds the rights may license its own derivative
 * as it likes, and that later licence binds instead.
 */
export function isSuperseded(context: CommonsContext, root: string, { model, steps }: Ancestor): boolean {
  const maker = developerOf(context, model);
  const between = [root, ...steps.slice(0, -1).map((step) => step.parent)];
  return maker !== undefined && between.some((one) => developerOf(context, one) === maker && licencesOfModel(context, one).ids !== undefined);
}
