import { type LicenceTerms } from '../../reference/licence-terms.js';
import { lookUpLicence } from '../../reference/look-up-licence.js';
import { type CommonsContext } from '../commons-context.js';
import { leanOn } from '../lean-on.js';
import { remember } from '../remember.js';
import { type FactUse } from '../subject-view.js';
import { type Ancestor } from './ancestor.js';
import { describeWay } from './describe-way.js';
import { isSuperseded } from './is-superseded.js';
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
 * The licences that bind a model through its lineage: its own, those of every parent and teacher, and those of a generator whose terms
 * pass on to models trained on its outputs; not those that their maker has superseded by a later licence. Where the catalogue names another licence than the one declared, both bind.
 */
export function bindingTerms(within: CommonsContext, id: string): BindingTermsOfModel {
  return remember(within, `binding/${id}`, (context) => {
    const factUses: FactUse[] = [];
    const all = [...licencesCarriedBy(context, factUses, id, id, [])];
    for (const ancestor of walkLineage(context, id).ancestors) {
      if (isSuperseded(context, id, ancestor)) continue;
      const { model, steps } = ancestor;
      const carried = licencesCarriedBy(context, factUses, id, model, steps);
      all.push(...carried.filter(({ terms }) => reaches(steps, terms)));
    }
    return { all: distinct(all), factUses };
  });
}

/** Weights carry their licence; outputs carry it only where it says so; a contract for a service is no licence of what was distilled from it. */
function reaches(steps: Ancestor['steps'], terms: LicenceTerms | undefined): boolean {
  if (steps.some((step) => step.relation === 'synthetic-data')) return terms?.outputUse.trainOtherModels === 'inherits-terms';
  return terms?.class !== 'api-terms' || steps.every((step) => step.relation !== 'distilled');
}

function licencesCarriedBy(context: CommonsContext, uses: FactUse[], root: string, model: string, steps: Ancestor['steps']): BindingTerms[] {
  const { ids, source, catalogue, disputed, factUses } = licencesOfModel(context, model);
  uses.push(...factUses.map((use) => ({ ...use, path: '.licences' })));
  const through = describeWay(root, steps);
  const named = [...new Set([...(ids ?? []), ...(catalogue === undefined || source === 'catalogue' ? [] : [catalogue])])];
  const unsettled: BindingTerms[] = named.length === 0 || disputed ? [{ id: `licence of ${model}`, carriedBy: model, steps, through, terms: undefined }] : [];
  return [...unsettled, ...named.map((id) => ({ id, carriedBy: model, steps, through, terms: leanOn(uses, '.licences', lookUpLicence(context.reference, id, context.asOf)) }))];
}

function distinct(all: readonly BindingTerms[]): readonly BindingTerms[] {
  const nearest = new Map<string, BindingTerms>();
  for (const binding of all) if (!nearest.has(binding.id)) nearest.set(binding.id, binding);
  return [...nearest.values()].slice(0, 20);
}
