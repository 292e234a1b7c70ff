import { type Deployment } from '../../inventory/deployment.js';
import { type LicenceTerms } from '../../reference/licence-terms.js';
import { type ExposureContext } from '../exposure-context.js';
import { type BindingTerms } from '../lineage/binding-terms.js';

/**
 * Whether a derivative that the organisation made bears the name its parent's licence asks for. True where the licence asks nothing,
 * the model is no derivative, or another developer made it: then the name is that developer's duty. Undefined where the maker is not known.
 */
export function nameKept(context: ExposureContext, { namingPrefix }: LicenceTerms, { steps }: BindingTerms, { model }: Deployment): boolean | undefined {
  if (namingPrefix === undefined || steps.length === 0 || model === undefined) return true;
  const record = context.models.get(model);
  const developer = record?.developer?.toLowerCase();
  if (developer === undefined) return undefined;
  const { organisation, legalEntities } = context.snapshot;
  const ours = [organisation, ...legalEntities].flatMap((party) => [party?.id, party?.name]).some((name) => name?.toLowerCase() === developer);
  if (!ours) return true;
  const name = (record?.name ?? model).split('/').at(-1) ?? model;
  return name.toLowerCase().startsWith(namingPrefix.prefix.toLowerCase());
}
