import { type InventorySnapshot } from '../inventory/inventory-snapshot.js';

/**
 * Ids of the models to judge, sorted: those that a deployment in scope uses, and those recorded for themselves.
 * A model that only stands behind another as its parent is judged through that child, one used by retired deployments only is out of scope.
 */
export function modelsInScope({ deployments, models, lineage }: InventorySnapshot): readonly string[] {
  const used = new Set<string>();
  const retired = new Set<string>();
  for (const { model, status } of deployments) if (model !== undefined) (status === 'retired' ? retired : used).add(model);
  const parents = new Set(lineage.map(({ parent }) => parent));
  const alone = models.map(({ id }) => id).filter((id) => !parents.has(id) && !retired.has(id));
  return [...new Set([...used, ...alone])].sort();
}
