import { lookUpLicence } from '../../reference/look-up-licence.js';
import { type CommonsContext } from '../commons-context.js';
import { leanOn } from '../lean-on.js';
import { type FactUse } from '../subject-view.js';
import { type ModelView } from '../view/model-view.js';
import { type LineageStep } from './ancestor.js';
import { catalogueOf } from './catalogue-of.js';
import { describeWay } from './describe-way.js';
import { developerOf } from './developer-of.js';
import { licencesOfModel } from './licences-of-model.js';
import { mayTrainOthers } from './may-train-others.js';
import { walkLineage } from './walk-lineage.js';

type Generator = NonNullable<ModelView['generators']>[number];

/**
 * Models whose outputs trained a model or one of its parents, and whether their terms let them.
 * An origin that no one has read in a source leaves the question open: a breach binds the account holder, and is not to be asserted on hearsay.
 */
export function generatorsOfModel(context: CommonsContext, id: string, uses: FactUse[]): Generator[] {
  const { steps, ancestors } = walkLineage(context, id);
  return steps.filter((step) => step.relation === 'synthetic-data' || step.relation === 'distilled').slice(0, 40).map((step): Generator => {
    const way = ancestors.find((ancestor) => ancestor.model === step.child)?.steps ?? [];
    const licence = step.terms ?? licencesOfModel(context, step.parent).ids?.[0];
    const terms = licence === undefined ? undefined : leanOn(uses, '.generators', lookUpLicence(context.reference, licence, context.asOf));
    if (step.confidence === 'known-but-unverified') uses.push({ path: '.generators', fact: `model/${step.child}`, confidence: step.confidence, state: 'unverified' });
    const allowed = isOfSameMaker(context, step) ? true : terms === undefined || !isRead(step) ? undefined : mayTrainOthers(terms);
    return {
      name: step.parent,
      carriedBy: step.child,
      through: describeWay(id, [...way, step]),
      ...(licence === undefined ? {} : { terms: licence.slice(0, 256) }),
      ...(terms?.outputUse.clause === undefined ? {} : { clause: terms.outputUse.clause }),
      ...(allowed === undefined ? {} : { mayTrain: allowed }),
    };
  });
}

/** Nobody's own terms stand against training on outputs of one's own models; a generator without record is told by the name of the family. */
function isOfSameMaker(context: CommonsContext, { child, parent }: LineageStep): boolean {
  const [taught, teacher] = [developerOf(context, child), developerOf(context, parent)];
  if (teacher !== undefined) return taught === teacher;
  const family = catalogueOf(context, child)?.value?.family.split(/[ -]/)[0]?.toLowerCase();
  return family !== undefined && parent.toLowerCase().split(/[ -]/)[0] === family;
}

function isRead({ confidence }: LineageStep): boolean {
  return confidence !== 'known-but-unverified';
}
