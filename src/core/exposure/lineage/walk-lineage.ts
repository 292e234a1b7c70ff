import { type CommonsContext } from '../commons-context.js';
import { remember } from '../remember.js';
import { type Ancestor, type LineageStep } from './ancestor.js';
import { catalogueOf } from './catalogue-of.js';
import { stepsOfModel } from './steps-of-model.js';

const mostAncestors = 60;
const deepestLineage = 20;

export interface Lineage {
  /** Nearest first; each model once, by the shortest way to it. */
  readonly ancestors: readonly Ancestor[];
  /** Every step between models reached, also second ways to one. */
  readonly steps: readonly LineageStep[];
  /** A step that leads back to where the walk came from. */
  readonly circle?: LineageStep;
  /** The walk stopped at its bounds. */
  readonly cut: boolean;
}

/** Walks everything a model was made from: base, fine-tune, merge, adapter, quantised, distilled, synthetic data. Circles end the walk and are named. */
export function walkLineage(within: CommonsContext, id: string): Lineage {
  return remember(within, `lineage/${id}`, (context) => {
    const ancestors: Ancestor[] = [];
    const steps: LineageStep[] = [];
    const seen = new Set([identityOf(context, id)]);
    let circle: LineageStep | undefined;
    let cut = false;
    let front: readonly { readonly model: string; readonly way: readonly LineageStep[] }[] = [{ model: id, way: [] }];
    for (let depth = 0; front.length > 0; depth++) {
      if (depth === deepestLineage || ancestors.length > mostAncestors) {
        cut = true;
        break;
      }
      const next: { model: string; way: readonly LineageStep[] }[] = [];
      for (const { model, way } of front) {
        for (const step of stepsOfModel(context, model)) {
          steps.push(step);
          const identity = identityOf(context, step.parent);
          if (isOnWay(context, identity, id, way)) circle ??= step;
          if (seen.has(identity)) continue;
          seen.add(identity);
          const longer = [...way, step];
          ancestors.push({ model: step.parent, steps: longer, recorded: isRecorded(context, step.parent) });
          next.push({ model: step.parent, way: longer });
        }
      }
      front = next;
    }
    return { ancestors: ancestors.slice(0, mostAncestors), steps, cut, ...(circle === undefined ? {} : { circle }) };
  });
}

function identityOf(context: CommonsContext, id: string): string {
  return context.models.has(id) ? id : (catalogueOf(context, id)?.value?.id ?? id);
}

function isOnWay(context: CommonsContext, identity: string, start: string, way: readonly LineageStep[]): boolean {
  return identity === identityOf(context, start) || way.some((step) => identityOf(context, step.parent) === identity);
}

function isRecorded(context: CommonsContext, id: string): boolean {
  return context.models.has(id) || catalogueOf(context, id)?.value !== undefined;
}
