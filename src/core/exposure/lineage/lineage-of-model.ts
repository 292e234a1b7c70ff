import { isFreerLicence } from '../../reference/is-freer-licence.js';
import { type LicenceTerms } from '../../reference/licence-terms.js';
import { lookUpLicence } from '../../reference/look-up-licence.js';
import { type CommonsContext } from '../commons-context.js';
import { leanOn } from '../lean-on.js';
import { type FactUse } from '../subject-view.js';
import { type ModelView } from '../view/model-view.js';
import { type Ancestor } from './ancestor.js';
import { describeWay } from './describe-way.js';
import { isSuperseded } from './is-superseded.js';
import { licencesOfModel } from './licences-of-model.js';
import { lineageStanding } from './lineage-standing.js';
import { walkLineage } from './walk-lineage.js';

type Row = NonNullable<ModelView['lineage']>[number];

/** Every model it was made from, each with its licence beside that of the model; whoever generated training data stands apart. */
export function lineageOfModel(context: CommonsContext, id: string, uses: FactUse[]): Partial<ModelView> {
  const ancestors = walkLineage(context, id).ancestors.filter(({ steps }) => steps.every((step) => step.relation !== 'synthetic-data'));
  const { complete, gap } = lineageStanding(context, id);
  if (ancestors.length === 0 && complete !== true) return withGap(gap);
  const own = licencesOfModel(context, id).ids;
  return { lineage: ancestors.map((ancestor) => rowOf(context, id, own, ancestor, uses)), ...(complete === undefined ? {} : { lineageComplete: complete }), ...withGap(gap), ...conversionOf(ancestors) };
}

function withGap(gap: string | undefined): Partial<ModelView> {
  return gap === undefined ? {} : { lineageGap: gap };
}

function conversionOf(ancestors: readonly Ancestor[]): Partial<ModelView> {
  return { converted: ancestors.some(({ steps }) => steps[0]?.relation === 'quantized' || steps[0]?.relation === 'adapter') };
}

function rowOf(context: CommonsContext, id: string, own: readonly string[] | undefined, ancestor: Ancestor, uses: FactUse[]): Row {
  const { model, steps, recorded } = ancestor;
  const parents = licencesOfModel(context, model).ids;
  const freer = isSuperseded(context, id, ancestor) ? false : isChildFreer(context, uses, own, parents);
  return {
    model,
    relation: steps.at(-1)?.relation ?? 'unknown',
    recorded,
    through: describeWay(id, steps),
    ...(parents === undefined ? {} : { licence: parents.join(' AND ').slice(0, 500) }),
    ...(own === undefined ? {} : { childLicence: own.join(' AND ').slice(0, 500) }),
    ...(freer === undefined ? {} : { freer }),
  };
}

function isChildFreer(context: CommonsContext, uses: FactUse[], own: readonly string[] | undefined, parents: readonly string[] | undefined): boolean | undefined {
  if (own === undefined || parents === undefined) return undefined;
  if (parents.every((parent) => own.includes(parent))) return false;
  const [children, olders] = [own, parents].map((ids) => ids.map((licence) => leanOn(uses, '.lineage', lookUpLicence(context.reference, licence, context.asOf))));
  const pairs = (olders ?? []).map((parent) => (parent === undefined ? undefined : leastFree(context, children ?? [], parent)));
  if (pairs.includes(true)) return true;
  return pairs.includes(undefined) ? undefined : false;
}

/** The child as a whole is as free as the least free of its licences. */
function leastFree(context: CommonsContext, children: readonly (LicenceTerms | undefined)[], parent: LicenceTerms): boolean | undefined {
  const freer = children.map((child) => {
    if (child === undefined) return undefined;
    return child.id === parent.id ? false : isFreerLicence(context.reference, child, parent);
  });
  if (freer.includes(false)) return false;
  return freer.includes(undefined) ? undefined : true;
}
