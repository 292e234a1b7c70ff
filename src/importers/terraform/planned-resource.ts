import { itemsOf } from '../items-of.js';
import { membersOf } from '../members-of.js';

type Path = readonly (string | number)[];

/** A resource as a plan or a state will leave it. */
export interface PlannedResource {
  readonly type: string;
  readonly address: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly at: Path;
}

/** Resources of all modules of `terraform show -json`, of a plan or of a state, with what data sources have read. */
export function plannedResources(document: unknown): PlannedResource[] {
  const plan = membersOf(document);
  const planned = membersOf(plan['planned_values']);
  const prior = membersOf(membersOf(plan['prior_state'])['values']);
  const roots: readonly (readonly [unknown, Path])[] = [
    [planned['root_module'], ['planned_values', 'root_module']],
    [membersOf(plan['values'])['root_module'], ['values', 'root_module']],
  ];
  const read = roots.flatMap(([module, at]) => moduleResources(module, at, 0));
  const known = new Set(read.map(({ address }) => address));
  const sources = moduleResources(prior['root_module'], ['prior_state', 'values', 'root_module'], 0).filter(({ address }) => /(^|\.)data\./.test(address) && !known.has(address));
  return [...read, ...sources];
}

function moduleResources(module: unknown, at: Path, depth: number): PlannedResource[] {
  if (depth > 20) return [];
  const { resources, child_modules: children } = membersOf(module);
  const own = itemsOf(resources).slice(0, 50_000).flatMap((resource, index): PlannedResource[] => {
    const { type, address, values } = membersOf(resource);
    return typeof type === 'string' && typeof address === 'string' ? [{ type, address, values: membersOf(values), at: [...at, 'resources', index, 'values'] }] : [];
  });
  return [...own, ...itemsOf(children).slice(0, 5_000).flatMap((child, index) => moduleResources(child, [...at, 'child_modules', index], depth + 1))];
}
