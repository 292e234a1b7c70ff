import { type DataFlow } from '../inventory/data-flow.js';
import { type Deployment } from '../inventory/deployment.js';
import { type InventorySnapshot } from '../inventory/inventory-snapshot.js';

export type Alternative = NonNullable<Deployment['alternatives']>[number];

/**
 * The inventory as it would be were one deployment served another way: only that deployment, with the option's facts laid over its own,
 * its flows replaced, and the models it could rest on. `undefined` stands for the deployment as it is.
 */
export function optionSnapshot(snapshot: InventorySnapshot, deployment: Deployment, alternative: Alternative | undefined): InventorySnapshot {
  const flows = alternative === undefined ? snapshot.dataFlows.filter((flow) => flow.deployment === deployment.id) : flowsOf(deployment, alternative);
  const { alternatives: _alternatives, ...facts } = deployment;
  const option = (alternative === undefined ? facts : layOver(notYetRunning(facts), alternative.deployment ?? {})) as Deployment;
  const models = lineageClosure(snapshot, option.model);
  const contradictions = snapshot.contradictions.filter(({ record }) => alternative === undefined || (record !== `deployment/${deployment.id}` && !record.startsWith('flow/')));
  return { ...snapshot, deployments: [option], dataFlows: flows, models: snapshot.models.filter(({ id }) => models.has(id)), contradictions };
}

/** An option is only planned, and what was cleared to run is the deployment as it is. */
function notYetRunning({ cleared: _cleared, ...facts }: Deployment): Deployment {
  return { ...facts, status: 'planned' };
}

function flowsOf(deployment: Deployment, alternative: Alternative): DataFlow[] {
  return (alternative.flows ?? []).map((flow) => ({ ...flow, id: `${deployment.id}/${alternative.id}/${flow.id}`, deployment: deployment.id }));
}

/** JSON Merge Patch (RFC 7396) without null: objects are merged, everything else is replaced. */
function layOver(below: unknown, above: unknown): unknown {
  if (!isObject(below) || !isObject(above)) return above;
  const merged: Record<string, unknown> = { ...below };
  for (const [key, value] of Object.entries(above)) merged[key] = layOver(below[key], value);
  return merged;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

function lineageClosure(snapshot: InventorySnapshot, model: string | undefined): ReadonlySet<string> {
  const seen = new Set<string>();
  const waiting = model === undefined ? [] : [model];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    for (const { child, parent } of snapshot.lineage) if (child === next) waiting.push(parent);
  }
  return seen;
}
