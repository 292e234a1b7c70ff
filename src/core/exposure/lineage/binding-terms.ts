import { type LicenceTerms } from '../../reference/licence-terms.js';
import { lookUpLicence } from '../../reference/look-up-licence.js';
import { type ExposureContext } from '../exposure-context.js';
import { leanOn } from '../lean-on.js';
import { remember } from '../remember.js';
import { type FactUse } from '../subject-view.js';
import { type Ancestor } from './ancestor.js';
import { describeWay } from './describe-way.js';
import { licencesOfModel } from './licences-of-model.js';
import { walkLineage } from './walk-lineage.js';

/** One licence that binds whoever uses a model, and the way it came. */
export interface BindingTerms {
  /** Id of the licence; for an unknown one, `licence of` and the model. */
  readonly id: string;
  readonly carriedBy: string;
  readonly steps: Ancestor['steps'];
  readonly through: string;
  readonly terms: LicenceTerms | undefined;
}

export interface BindingTermsOfModel {
  readonly all: readonly BindingTerms[];
  readonly factUses: readonly FactUse[];
}

/**
 * The licences that bind a model through its lineage: its own, those of every parent whose weights it holds, and those of a teacher or generator
 * whose terms pass on to models trained on outputs. Where the catalogue names another licence than the one declared, both bind.
 */
export function bindingTerms(context: ExposureContext, id: string): BindingTermsOfModel {
  return remember(context, `binding/${id}`, () => {
    const factUses: FactUse[] = [];
    const all = [...licencesCarriedBy(context, factUses, id, id, [])];
    for (const { model, steps } of walkLineage(context, id).ancestors) {
      const onlyOutputs = steps.some((step) => step.relation === 'synthetic-data' || step.relation === 'distilled');
      const carried = licencesCarriedBy(context, factUses, id, model, steps);
      all.push(...(onlyOutputs ? carried.filter(({ terms }) => terms?.outputUse.trainOtherModels === 'inherits-terms') : carried));
    }
    return { all: distinct(all), factUses };
  });
}

function licencesCarriedBy(context: ExposureContext, uses: FactUse[], root: string, model: string, steps: Ancestor['steps']): BindingTerms[] {
  const { ids, source, catalogue, factUses } = licencesOfModel(context, model);
  uses.push(...factUses.map((use) => ({ ...use, path: '.licences' })));
  const through = describeWay(root, steps);
  const named = [...new Set([...(ids ?? []), ...(catalogue === undefined || source === 'catalogue' ? [] : [catalogue])])];
  if (named.length === 0) return [{ id: `licence of ${model}`, carriedBy: model, steps, through, terms: undefined }];
  return named.map((id) => ({ id, carriedBy: model, steps, through, terms: leanOn(context, uses, '.licences', lookUpLicence(context.reference, id, context.asOf)) }));
}

function distinct(all: readonly BindingTerms[]): readonly BindingTerms[] {
  const nearest = new Map<string, BindingTerms>();
  for (const binding of all) if (!nearest.has(binding.id)) nearest.set(binding.id, binding);
  return [...nearest.values()].slice(0, 20);
}
