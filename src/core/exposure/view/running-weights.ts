import { type Deployment } from '../../inventory/deployment.js';
import { type WeightArtefact } from '../../inventory/weight-artefact.js';
import { type ExposureContext } from '../exposure-context.js';

/**
 * Every weight file a deployment runs: those of its model and, where that is an adapter, of the models it is loaded onto. None where somebody else serves the model;
 * undefined where the route is not known or no file of one of these models is listed.
 */
export function runningWeights(context: Pick<ExposureContext, 'weights' | 'parentEdges'>, { model, route }: Deployment): readonly WeightArtefact[] | undefined {
  if (route === 'closed-api' || route === 'managed-open') return [];
  if (route === undefined || model === undefined) return undefined;
  const loaded = new Set([model]);
  for (const child of loaded) for (const { parent, relation } of context.parentEdges.get(child) ?? []) if (relation === 'adapter') loaded.add(parent);
  const files = [...loaded].map((id) => context.weights.get(id));
  return files.some((each) => each === undefined) ? undefined : files.flatMap((each) => each ?? []);
}
