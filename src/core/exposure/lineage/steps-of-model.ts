import { type ModelFacts } from '../../reference/model-facts.js';
import { modelByAlias } from '../../reference/model-by-alias.js';
import { type CommonsContext } from '../commons-context.js';
import { remember } from '../remember.js';
import { type LineageStep } from './ancestor.js';
import { catalogueOf } from './catalogue-of.js';

/** What a model was made from, as the inventory states it and as the catalogue adds, one step up. */
export function stepsOfModel(within: CommonsContext, id: string): readonly LineageStep[] {
  return remember(within, `steps/${id}`, (context) => {
    const stated = (context.parentEdges.get(id) ?? []).map(({ child, parent, relation, dataset }): LineageStep => ({ child, parent, relation, dataset }));
    const found = catalogueOf(context, id);
    const known = found?.value;
    if (known === undefined || found?.state === 'stale' || known.id === undefined) return stated;
    const added = catalogueSteps(id, known).filter((step) => !stated.some((edge) => sameModel(context, edge.parent, step.parent)));
    return [...stated, ...added];
  });
}

function catalogueSteps(id: string, known: ModelFacts): LineageStep[] {
  const bases = (known.baseModels ?? []).map(({ model, relation }): LineageStep => ({ child: id, parent: model, relation, confidence: known.confidence }));
  const generators = (known.syntheticData ?? []).map(
    ({ generator, generatorModel, terms, confidence }): LineageStep => ({ child: id, parent: generatorModel ?? generator, relation: 'synthetic-data', confidence, terms }),
  );
  return [...bases, ...generators];
}

function sameModel(context: CommonsContext, stated: string, catalogued: string): boolean {
  return catalogued.toLowerCase().includes(stated.toLowerCase()) || catalogueOf(context, stated)?.value?.id === catalogued || modelByAlias(context.reference, stated)?.model === catalogued;
}
