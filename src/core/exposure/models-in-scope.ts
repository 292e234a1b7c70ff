import { type InventorySnapshot } from '../inventory/inventory-snapshot.js';
import { type FleetOverview } from './fleet-overview.js';

/**
 * Ids of the models to judge, sorted: those that a deployment in scope uses, and those recorded for themselves.
 * A model that only stands behind another as its parent is judged through that child, one used by retired deployments only is out of scope.
 */
export function modelsInScope({ models, lineage }: Pick<InventorySnapshot, 'models' | 'lineage'>, { uses }: Pick<FleetOverview, 'uses'>): readonly string[] {
  const used = new Set(uses.filter(({ retired }) => !retired).map(({ model }) => model));
  const left = new Set(uses.filter(({ retired }) => retired).map(({ model }) => model));
  const parents = new Set(lineage.map(({ parent }) => parent));
  const alone = models.map(({ id }) => id).filter((id) => !parents.has(id) && !left.has(id));
  return [...new Set([...used, ...alone])].sort();
}
