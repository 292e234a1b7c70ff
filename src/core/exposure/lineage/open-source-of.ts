import { fieldOf } from '../../reference/field-of.js';
import { type ExposureContext } from '../exposure-context.js';
import { leanOn } from '../lean-on.js';
import { type FactUse } from '../subject-view.js';
import { type ModelView } from '../view/model-view.js';
import { bindingTerms } from './binding-terms.js';
import { catalogueOf } from './catalogue-of.js';

/**
 * Whether the label open source stands up under the Open Source AI Definition 1.0: an open licence on every model of the lineage,
 * and enough said of the training data. Open licences with undisclosed data are open weights, not open source AI.
 */
export function openSourceOf(context: ExposureContext, id: string, uses: FactUse[]): Partial<ModelView> {
  const binding = bindingTerms(context, id);
  const closed = binding.all.find(({ terms }) => terms !== undefined && terms.osaidCompatible !== 'yes' && terms.osaidCompatible !== 'unknown');
  uses.push(...binding.factUses.map((use) => ({ ...use, path: '.openSource' })));
  if (closed !== undefined) return { openSource: false, openSourceObstacle: `${closed.terms?.name ?? closed.id} (${closed.through}) is no open-source licence`.slice(0, 500) };
  const found = catalogueOf(context, id);
  const data = found?.value === undefined ? undefined : leanOn(uses, '.openSource', fieldOf(context.reference, found, 'trainingData', (known) => known.trainingData, context.asOf));
  if (data === 'none') return { openSource: false, openSourceObstacle: 'nothing is disclosed of its training data, which the Open Source AI Definition asks for' };
  const everyLicenceOpen = binding.all.every(({ terms }) => terms?.osaidCompatible === 'yes');
  return data === 'full' && everyLicenceOpen ? { openSource: true } : {};
}
