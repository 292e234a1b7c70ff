import { z } from 'zod';
import { jsonBytes } from '../manifest-file.js';
import { pagesOf } from '../pages-of.js';
import { type ConnectionTo, type PulledFile, type PullGap, type PullSource } from '../pull-source.js';
import { jsonOf } from '../read-answer.js';
import { type RemoteFetch } from '../remote.js';
import { withoutSecrets } from '../without-secrets.js';
import { servedKinds, type ServedKind } from './kubernetes-discovery.js';

const perPage = 100;
const name = z.string().regex(/^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$/);

const item = z.looseObject({
  metadata: z.object({
    name,
    namespace: name.optional(),
    uid: z.string().max(100).optional(),
    resourceVersion: z.string().max(100).optional(),
    labels: z.record(z.string(), z.string()).optional(),
    ownerReferences: z.array(z.object({ kind: z.string(), uid: z.string(), controller: z.boolean().optional() })).optional(),
  }),
  spec: z.unknown(),
});
const itemList = z.object({ metadata: z.object({ continue: z.string().optional() }).default({}), items: z.array(item).nullish() });

type Item = z.output<typeof item>;

/** The workloads of a cluster, one manifest each, as the API server holds them: without secrets, status and annotations. */
export const kubernetesSource: PullSource<'kubernetes'> = async function* (connection, fetch) {
  yield* missingNamespaces(connection, fetch);
  const read = new Set<string>();
  for await (const kind of servedKinds(fetch)) {
    if ('code' in kind) {
      yield kind;
      continue;
    }
    for (const namespace of connection.namespaces ?? [undefined])
      for await (const step of itemsOf(kind, namespace, connection, fetch)) {
        if (step.kind === 'gap') yield step;
        else for (const each of step.page.items) if (standsForItself(each, read)) yield fileOrGap(kind, each, step.page.at, connection);
      }
  }
};

/** A cluster answers for a namespace that is not there as for an empty one, so it is asked. */
async function* missingNamespaces({ namespaces = [] }: ConnectionTo<'kubernetes'>, fetch: RemoteFetch): AsyncGenerator<PullGap> {
  for (const namespace of namespaces) {
    const { status } = await fetch(`/api/v1/namespaces/${encodeURIComponent(namespace)}`).catch(() => ({ status: 0 }));
    if (status === 404) yield { kind: 'gap', code: 'not-found', what: `the namespace ${namespace}`, message: `the cluster has no namespace '${namespace}'; correct the connection` };
  }
}

function itemsOf({ groupVersion, resource }: ServedKind, namespace: string | undefined, { mostPages }: ConnectionTo<'kubernetes'>, fetch: RemoteFetch) {
  const path = `${pathOf(groupVersion)}${namespace === undefined ? '' : `/namespaces/${encodeURIComponent(namespace)}`}/${resource}`;
  return pagesOf({
    what: `the ${resource} of ${namespace === undefined ? 'all namespaces' : `the namespace ${namespace}`}`,
    most: mostPages,
    ask: async (token) => {
      const answer = await fetch(path, { limit: String(perPage), ...(token === undefined ? {} : { continue: token }) });
      const { items, metadata } = jsonOf(answer, itemList);
      return { page: { items: items ?? [], at: answer.at }, next: metadata.continue };
    },
  });
}

/** What belongs to something that was read is left out; of what belongs to something else, one stands for all. */
function standsForItself({ metadata: { uid, ownerReferences = [] } }: Item, read: Set<string>): boolean {
  const owner = ownerReferences.find(({ controller }) => controller === true);
  const first = owner === undefined || !read.has(owner.uid);
  if (owner !== undefined) read.add(owner.uid);
  if (uid !== undefined) read.add(uid);
  return first;
}

function fileOrGap(kind: ServedKind, each: Item, at: string, connection: ConnectionTo<'kubernetes'>): PulledFile | PullGap {
  try {
    return fileOf(kind, each, at, connection);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const { name: named, namespace = 'default' } = each.metadata;
    return { kind: 'gap', code: 'too-deep', what: `the ${kind.resource} ${namespace}/${named}`, message: `${kind.kind} ${namespace}/${named} nests too deep to be read; simplify it` };
  }
}

function fileOf({ groupVersion, resource, kind }: ServedKind, { metadata, spec }: Item, at: string, { url }: ConnectionTo<'kubernetes'>): PulledFile {
  const { namespace = 'default', labels, resourceVersion } = metadata;
  const manifest = { apiVersion: groupVersion, kind, metadata: { name: metadata.name, namespace, ...(labels === undefined ? {} : { labels }) }, spec };
  return {
    kind: 'file',
    path: `${namespace}/${kind.toLowerCase()}-${metadata.name}.json`,
    bytes: jsonBytes(withoutSecrets(manifest)),
    url: `${url.replace(/\/$/, '')}${pathOf(groupVersion)}/namespaces/${namespace}/${resource}/${metadata.name}`,
    at,
    ...(resourceVersion === undefined ? {} : { revision: resourceVersion }),
  };
}

const pathOf = (groupVersion: string): string => (groupVersion.includes('/') ? `/apis/${groupVersion}` : `/api/${groupVersion}`);
