import { fieldOf } from '../../reference/field-of.js';
import { type ModelFacts } from '../../reference/model-facts.js';
import { type CommonsContext } from '../commons-context.js';
import { leanOn } from '../lean-on.js';
import { type FactUse } from '../subject-view.js';
import { type ModelView } from '../view/model-view.js';
import { bindingTerms } from './binding-terms.js';
import { catalogueOf } from './catalogue-of.js';
import { walkLineage } from './walk-lineage.js';

/**
 * Whether the label open source stands up under the Open Source AI Definition 1.0: an open licence on every model of the lineage,
 * and enough said of the training data. Open licences with undisclosed data are open weights, not open source AI.
 */
export function openSourceOf(context: CommonsContext, id: string, uses: FactUse[]): Partial<ModelView> {
  const binding = bindingTerms(context, id);
  const closed = binding.all.find(({ terms }) => terms !== undefined && terms.osaidCompatible !== 'yes' && terms.osaidCompatible !== 'unknown');
  uses.push(...binding.factUses.map((use) => ({ ...use, path: '.openSource' })));
  if (closed !== undefined) return { openSource: false, openSourceObstacle: `${closed.terms?.name ?? closed.id} (${closed.through}) is no open-source licence`.slice(0, 500) };
  const weights = [id, ...walkLineage(context, id).ancestors.filter(({ steps }) => steps.every((step) => step.relation !== 'synthetic-data')).map(({ model }) => model)];
  const disclosed = weights.map((model) => trainingDataOf(context, model, uses));
  const silent = weights[disclosed.indexOf('none')];
  if (silent !== undefined) return { openSource: false, openSourceObstacle: `nothing is disclosed of the training data of ${silent}, which the Open Source AI Definition asks for`.slice(0, 500) };
  const everyLicenceOpen = binding.all.every(({ terms }) => terms?.osaidCompatible === 'yes');
  return everyLicenceOpen && disclosed.every((data) => data === 'full') ? { openSource: true } : {};
}

function trainingDataOf(context: CommonsContext, id: string, uses: FactUse[]): ModelFacts['trainingData'] | undefined {
  const found = catalogueOf(context, id);
  return found?.value === undefined ? undefined : leanOn(uses, '.openSource', fieldOf(context.reference, found, 'trainingData', (known) => known.trainingData, context.asOf));
}
