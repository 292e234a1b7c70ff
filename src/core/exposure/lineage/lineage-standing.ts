import { type CommonsContext } from '../commons-context.js';
import { catalogueOf } from './catalogue-of.js';
import { walkLineage } from './walk-lineage.js';

/** Whether everything a model was made from is known. `complete` is undefined where nobody says what, if anything, it was made from. */
export interface LineageStanding {
  readonly complete: boolean | undefined;
  readonly gap: string | undefined;
}

export function lineageStanding(context: CommonsContext, id: string): LineageStanding {
  const { ancestors, steps, circle, cut } = walkLineage(context, id);
  if (circle !== undefined) return broken(`${circle.child} and ${circle.parent} are stated to be made from each other`);
  const missing = ancestors.find((ancestor) => !ancestor.recorded && !isGenerator(ancestor.steps));
  if (missing !== undefined) return broken(`${missing.model} is named as a parent and nothing is recorded of it`);
  const merged = steps.filter((step) => step.relation === 'merge');
  const alone = merged.find((step) => merged.filter((other) => other.child === step.child).length === 1);
  if (alone !== undefined) return broken(`${alone.child} is a merge and only its parent ${alone.parent} is named`);
  const vague = steps.find((step) => step.relation === 'unknown');
  if (vague !== undefined) return open(`how ${vague.child} was made from ${vague.parent} is not stated`);
  if (cut) return open('the lineage is longer than the walk goes');
  const silent = [id, ...ancestors.filter((ancestor) => !isGenerator(ancestor.steps)).map((ancestor) => ancestor.model)].find((model) => !isRoot(context, model) && !steps.some((step) => step.child === model && step.relation !== 'synthetic-data'));
  return silent === undefined ? { complete: true, gap: undefined } : open(`what ${silent} was made from is not stated, and the catalogue does not know it`);
}

function broken(gap: string): LineageStanding {
  return { complete: false, gap: gap.slice(0, 500) };
}

function open(gap: string): LineageStanding {
  return { complete: undefined, gap: gap.slice(0, 500) };
}

function isGenerator(steps: readonly { readonly relation: string }[]): boolean {
  return steps.some((step) => step.relation === 'synthetic-data');
}

/** The catalogue knows the model and names no parent: it was trained from the start. */
function isRoot(context: CommonsContext, id: string): boolean {
  const known = catalogueOf(context, id)?.value;
  return known !== undefined && (known.baseModels ?? []).length === 0;
}
