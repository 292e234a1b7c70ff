import { type Deployment } from '../../inventory/deployment.js';
import { type LicenceTerms } from '../../reference/licence-terms.js';
import { type ExposureContext } from '../exposure-context.js';
import { isOwnMade } from '../lineage/is-own-made.js';
import { type BindingTerms } from '../lineage/binding-terms.js';

/**
 * Whether a derivative that the organisation made bears the name its parent's licence asks for. True where the licence asks nothing,
 * the model is no derivative, or another developer made it: then the name is that developer's duty. Undefined where the maker is not known.
 */
export function nameKept(context: ExposureContext, { namingPrefix }: LicenceTerms, { steps }: BindingTerms, { model }: Deployment): boolean | undefined {
  if (namingPrefix === undefined || steps.length === 0 || model === undefined) return true;
  const ours = isOwnMade(context, model);
  if (ours !== true) return ours === undefined ? undefined : true;
  const name = (context.models.get(model)?.name ?? model).split('/').at(-1) ?? model;
  return name.toLowerCase().startsWith(namingPrefix.prefix.toLowerCase());
}
