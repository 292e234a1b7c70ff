import { type CommonsContext } from '../commons-context.js';
import { catalogueOf } from './catalogue-of.js';

/** Who made a model, in lower case: as the catalogue names them, or else the inventory. */
export function developerOf(context: CommonsContext, id: string): string | undefined {
  return (catalogueOf(context, id)?.value?.developer ?? context.models.get(id)?.developer)?.toLowerCase();
}
