import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json.js';
import { type Contradiction } from './contradiction.js';
import { type FragmentSource } from './inventory-fragment.js';
import { type NounKind, nounKinds } from './noun-kind.js';
import { recordKey } from './record-key.js';
import { sha256Of } from './sha256-of.js';

type Listed = Readonly<Record<string, unknown>>;

/** What a snapshot's digest is made of, so that it can be made of parts of an inventory that nobody holds as a whole. */
export interface SnapshotDigests {
  /** SHA-256 of each deployment with its flows and what sources dispute of them, by id, in the order of the ids. */
  readonly deployments: ReadonlyMap<string, string>;
  /** SHA-256 of everything else, the sources aside. */
  readonly rest: string;
}

/** Digests of what an inventory, or a part of it, holds: of one line of canonical JSON for each record and contradiction. That of the rest is worked out when it is asked for. */
export function digestRecords(lists: Readonly<Record<NounKind, readonly Listed[]>>, contradictions: readonly Contradiction[]): SnapshotDigests {
  const lines = new Map(lists.deployment.map((deployment) => [String(deployment['id']), [lineOf('deployment', deployment)]]));
  const owners = new Map(lists.deployment.map(({ id }) => [recordKey('deployment', String(id)), String(id)]));
  const loose: Listed[] = [];
  for (const flow of lists.dataFlow) {
    const owner = typeof flow['deployment'] === 'string' ? flow['deployment'] : '';
    const of = lines.get(owner);
    if (of === undefined) loose.push(flow);
    else {
      of.push(lineOf('dataFlow', flow));
      owners.set(recordKey('dataFlow', String(flow['id'])), owner);
    }
  }
  const others: Contradiction[] = [];
  for (const contradiction of contradictions) {
    const of = lines.get(owners.get(contradiction.record) ?? '');
    if (of === undefined) others.push(contradiction);
    else of.push(lineOf('contradiction', contradiction));
  }
  return {
    deployments: new Map([...lines].map(([id, of]) => [id, sha256Of(of.join(''))])),
    get rest() {
      return digestRest(lists, loose, others);
    },
  };
}

function digestRest(lists: Readonly<Record<NounKind, readonly Listed[]>>, looseFlows: readonly Listed[], contradictions: readonly Contradiction[]): string {
  const rest = createHash('sha256');
  for (const flow of looseFlows) rest.update(lineOf('dataFlow', flow));
  for (const kind of nounKinds) if (kind !== 'deployment' && kind !== 'dataFlow') for (const record of lists[kind]) rest.update(lineOf(kind, record));
  for (const contradiction of contradictions) rest.update(lineOf('contradiction', contradiction));
  return rest.digest('hex');
}

/** The digest of an inventory by those of its records, the deployments in the order of their ids, and its sources. */
export function joinDigests(deployments: Iterable<string>, rest: string, sources: readonly FragmentSource[]): string {
  const hash = createHash('sha256');
  for (const digest of deployments) hash.update(`deployment ${digest}\n`);
  hash.update(`rest ${rest}\n`);
  for (const source of sources) hash.update(lineOf('source', source));
  return `sha256:${hash.digest('hex')}`;
}

const lineOf = (what: string, value: unknown): string => `${what} ${canonicalJson(value)}\n`;
