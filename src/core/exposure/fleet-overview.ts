import { type Deployment } from '../inventory/deployment.js';
import { type FleetMember } from './fleet-member.js';
import { type ScopedInventory } from './scoped-inventory.js';

/** What subjects see of deployments that are not theirs: enough to judge a part of an inventory as if the whole were there. */
export interface FleetOverview {
  /** How models are used: each model with each way once, in any order. */
  readonly uses: readonly ModelUse[];
  /** Upon whom live critical and important deployments hang: each combination once, in the order of the first id that has it. */
  readonly critical: readonly CriticalDeployments[];
  /** Subjects that the whole inventory has. */
  readonly subjects: { readonly deployments: number; readonly looseFlows: number };
}

export interface ModelUse {
  readonly model: string;
  readonly route?: Deployment['route'] | undefined;
  readonly retired: boolean;
}

export interface CriticalDeployments {
  readonly provider?: string | undefined;
  readonly place?: { readonly kind?: NonNullable<Deployment['place']>['kind'] | undefined; readonly provider?: string | undefined } | undefined;
  readonly count: number;
}

/** The overview of deployments, in the order of their ids, and of so many flows of none of them. */
export function overlook(deployments: readonly Omit<FleetMember, 'id'>[], looseFlows: number): FleetOverview {
  const uses = new Map<string, ModelUse>();
  const critical = new Map<string, CriticalDeployments>();
  for (const { model, route, status, criticality, provider, place } of deployments) {
    const use = { model, route, retired: status === 'retired' };
    if (model !== undefined) uses.set(JSON.stringify([model, route, use.retired]), { ...use, model });
    if (status === 'retired' || status === 'planned' || (criticality !== 'critical' && criticality !== 'important')) continue;
    const key = JSON.stringify([provider, place?.kind, place?.provider]);
    critical.set(key, { provider, place: { kind: place?.kind, provider: place?.provider }, count: (critical.get(key)?.count ?? 0) + 1 });
  }
  return {
    uses: [...uses.values()],
    critical: [...critical.values()],
    subjects: { deployments: deployments.filter(({ status }) => status !== 'retired').length, looseFlows },
  };
}

/** The overview of an inventory that is there as a whole. */
export function overlookSnapshot({ deployments, dataFlows }: Pick<ScopedInventory, 'deployments' | 'dataFlows'>): FleetOverview {
  const recorded = new Set(deployments.map(({ id }) => id));
  return overlook(deployments, dataFlows.filter(({ deployment }) => deployment === undefined || !recorded.has(deployment)).length);
}
