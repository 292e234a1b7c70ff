import { z } from 'zod';
import { gapOf } from '../gap-of.js';
import { type PullGap } from '../pull-source.js';
import { jsonOf } from '../read-answer.js';
import { type RemoteFetch } from '../remote.js';
import { workloadKinds, type WorkloadKind } from './kubernetes-kinds.js';

export interface ServedKind {
  readonly kind: string;
  readonly resource: string;
  /** Such as `apps/v1`, or `v1` of the core. */
  readonly groupVersion: string;
}

const version = z.string().regex(/^v[0-9a-z]{1,20}$/);
const groupList = z.object({ groups: z.array(z.object({ name: z.string(), versions: z.array(z.object({ version })), preferredVersion: z.object({ version }).optional() })) });
const resourceList = z.object({ resources: z.array(z.object({ name: z.string(), kind: z.string() })) });

type Group = z.output<typeof groupList>['groups'][number];

/** The kinds of workloads that a cluster serves, in the order of their table. A kind that is not installed has no resources; one that cannot be looked up is a gap. */
export async function* servedKinds(fetch: RemoteFetch): AsyncGenerator<ServedKind | PullGap> {
  let groups: readonly Group[] | undefined;
  try {
    groups = jsonOf(await fetch('/apis'), groupList).groups;
  } catch (error) {
    yield gapOf(error, 'which kinds of resources the cluster serves');
  }
  const resources = new Map<string, ReadonlyMap<string, string> | PullGap>();
  for (const kind of workloadKinds) {
    if (kind.version !== undefined) {
      yield { kind: kind.kind, resource: kind.resource, groupVersion: kind.group === '' ? kind.version : `${kind.group}/${kind.version}` };
      continue;
    }
    const group = groups?.find(({ name }) => name === kind.group);
    if (group === undefined) continue;
    const known = resources.get(kind.group) ?? (await resourcesOf(group, fetch));
    const first = !resources.has(kind.group);
    resources.set(kind.group, known);
    if ('code' in known) {
      if (first) yield known;
    } else yield* served(kind, known);
  }
}

function* served({ kind, resource }: WorkloadKind, known: ReadonlyMap<string, string>): Generator<ServedKind> {
  const groupVersion = known.get(resource);
  if (groupVersion !== undefined) yield { kind, resource, groupVersion };
}

/** The version under which each resource of a group is served, the preferred one first. */
async function resourcesOf({ name, versions, preferredVersion }: Group, fetch: RemoteFetch): Promise<ReadonlyMap<string, string> | PullGap> {
  const known = new Map<string, string>();
  const ordered = [...versions].sort((a, b) => Number(b.version === preferredVersion?.version) - Number(a.version === preferredVersion?.version));
  for (const each of ordered.slice(0, 10)) {
    try {
      const { resources } = jsonOf(await fetch(`/apis/${encodeURIComponent(name)}/${each.version}`), resourceList);
      for (const resource of resources) if (!known.has(resource.name)) known.set(resource.name, `${name}/${each.version}`);
    } catch (error) {
      return gapOf(error, `which resources the group ${name} has`);
    }
  }
  return known;
}
