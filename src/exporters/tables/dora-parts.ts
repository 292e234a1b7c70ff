import { byCodeUnit } from '../../core/inventory/by-code-unit.js';
import { type DataFlow } from '../../core/inventory/data-flow.js';
import { type Deployment } from '../../core/inventory/deployment.js';
import { type InventorySnapshot } from '../../core/inventory/inventory-snapshot.js';
import { type Provider } from '../../core/inventory/provider.js';
import { grouped } from '../grouped.js';

/** A provider's part in a deployment. */
export interface DoraPart {
  readonly deployment: Deployment;
  /** Id of the provider; absent where nobody states it, and for a sub-processor that has no record. */
  readonly id?: string;
  readonly provider?: Provider;
  /** Name and country of a sub-processor, as the flow states them. */
  readonly name?: string;
  readonly country?: string;
  readonly role: string;
  readonly flows: readonly DataFlow[];
}

/** Who has a part in each deployment: its operator, who runs its infrastructure, who receives its data, and their sub-processors. */
export function doraParts(snapshot: InventorySnapshot): DoraPart[] {
  const providers = new Map(snapshot.providers.map((provider) => [provider.id, provider]));
  const entities = new Set(snapshot.legalEntities.map(({ id }) => id));
  const flowsOf = grouped(snapshot.dataFlows, ({ deployment }) => deployment);
  return snapshot.deployments.flatMap((deployment) => {
    const flows = flowsOf.get(deployment.id) ?? [];
    const roles = new Map<string | undefined, string[]>([[deployment.provider, ['operator']]]);
    const add = (id: string | undefined, role: string): void => void roles.set(id, [...new Set([...(roles.get(id) ?? []), role])]);
    if (deployment.place?.provider !== undefined) add(deployment.place.provider, 'infrastructure');
    for (const { to, stage } of flows) if (to === undefined || providers.has(to) || !entities.has(to)) add(to, `recipient (${stage ?? 'stage unknown'})`);
    const direct = [...roles].filter(([id]) => id === undefined || providers.get(id)?.kind !== 'own').sort(([a = ''], [b = '']) => byCodeUnit(a, b)).map(([id, role]): DoraPart => ({ deployment, ...(id === undefined ? {} : { id }), ...recordOf(providers, id), role: role.join('; '), flows: flows.filter(({ to }) => to === id) }));
    return [...direct, ...subProcessors(deployment, flows, providers)];
  });
}

function subProcessors(deployment: Deployment, flows: readonly DataFlow[], providers: ReadonlyMap<string, Provider>): DoraPart[] {
  const parts = flows.flatMap(({ to, subProcessors: listed }) => (listed ?? []).map(({ name, country, provider: id }): DoraPart => ({ deployment, ...(id === undefined ? {} : { id }), ...recordOf(providers, id), name, ...(country === undefined ? {} : { country }), role: `sub-processor of ${to ?? 'unknown'}`, flows: [] })));
  return [...new Map(parts.map((part) => [JSON.stringify([part.id, part.name, part.country, part.role]), part])).values()];
}

const recordOf = (providers: ReadonlyMap<string, Provider>, id: string | undefined): { readonly provider?: Provider } => {
  const provider = id === undefined ? undefined : providers.get(id);
  return provider === undefined ? {} : { provider };
};
