import { assembleRecord } from './assemble-record.js';
import { byCodeUnit } from './by-code-unit.js';
import { canonicalJson } from './canonical-json.js';
import { type Contradiction } from './contradiction.js';
import { deepFreeze } from './deep-freeze.js';
import { type FragmentSource, type InventoryFragment } from './inventory-fragment.js';
import { type FieldOrigin, type InventorySnapshot } from './inventory-snapshot.js';
import { lazyMap } from './lazy-map.js';
import { type NounKind } from './noun-kind.js';
import { type GatheredRecord, reconcileFlows } from './reconcile-flows.js';
import { recordKey } from './record-key.js';
import { recordOrigins } from './record-origins.js';
import { digestRecords, joinDigests, type SnapshotDigests } from './snapshot-digests.js';
import { type SourcedRecord } from './sourced-claims.js';

const undisputed: ReadonlySet<string> = new Set();

/**
 * Freezes what all sources say into one inventory. The order of `fragments` does not matter; one source given twice counts once.
 * `asOf` is an ISO 8601 instant and becomes the instant at which the inventory is judged.
 * Where `beneath` is given, it is everything but deployments and flows, and the fragments are of these alone: it is shared, not assembled again.
 *
 * @throws Error where fragments laid over another inventory are of anything else
 */
export function assembleSnapshot(fragments: readonly InventoryFragment[], asOf: string, beneath?: InventorySnapshot): InventorySnapshot {
  const ordered = distinctFragments(fragments);
  const before = beneath?.sources ?? [];
  const sources = [...before, ...deepFreeze(ordered.map(({ source }) => source))];
  const contradictions: Contradiction[] = [];
  const origins = lazyMap<string, ReadonlyMap<string, readonly FieldOrigin[]>>(beneath?.origins);
  const lists: Record<NounKind, Record<string, unknown>[]> = { organisation: [], legalEntity: [], provider: [], licence: [], model: [], weightArtefact: [], lineageEdge: [], deployment: [], dataFlow: [], codeCall: [] };

  for (const [key, { kind, id, records }] of reconcileFlows(gather(ordered, before.length))) {
    if (beneath !== undefined && kind !== 'deployment' && kind !== 'dataFlow') throw new Error(`${key} is laid over an inventory that holds all records of its kind`);
    const assembled = assembleRecord(key, records, sources);
    contradictions.push(...assembled.contradictions);
    const pointers = assembled.contradictions.length === 0 ? undisputed : new Set(assembled.contradictions.map(({ pointer }) => pointer));
    origins.put(key, () => recordOrigins(records, pointers));
    const { id: _stated, ...value } = assembled.value;
    lists[kind].push(deepFreeze({ id, ...value }));
  }
  const disputed = Object.freeze([...(beneath?.contradictions ?? []), ...deepFreeze(contradictions)]);
  const all = beneath === undefined ? lists : { ...(listsOf(beneath) as typeof lists), deployment: lists.deployment, dataFlow: lists.dataFlow };
  const records = {
    ...(all.organisation[0] ? { organisation: all.organisation[0] } : {}),
    legalEntities: all.legalEntity,
    providers: all.provider,
    licences: all.licence,
    models: all.model,
    weights: all.weightArtefact,
    lineage: all.lineageEdge,
    deployments: all.deployment,
    dataFlows: all.dataFlow,
    codeCalls: all.codeCall,
  } as unknown as Omit<InventorySnapshot, 'digest' | 'digests' | 'asOf' | 'contradictions' | 'sources' | 'origins'>;
  let digests: SnapshotDigests | undefined;
  let digest: string | undefined;
  const digestsNow = (): SnapshotDigests => (digests ??= digestRecords(all, disputed));
  return Object.freeze({
    get digest() {
      return (digest ??= joinDigests(digestsNow().deployments.values(), digestsNow().rest, sources));
    },
    get digests() {
      return digestsNow();
    },
    asOf,
    ...records,
    contradictions: disputed,
    sources: Object.freeze(sources),
    origins: origins.map,
  });
}

type Lists = Readonly<Record<NounKind, readonly unknown[]>>;

function listsOf({ organisation, legalEntities, providers, licences, models, weights, lineage, deployments, dataFlows, codeCalls }: InventorySnapshot): Lists {
  return { organisation: organisation === undefined ? [] : [organisation], legalEntity: legalEntities, provider: providers, licence: licences, model: models, weightArtefact: weights, lineageEdge: lineage, deployment: deployments, dataFlow: dataFlows, codeCall: codeCalls };
}

function distinctFragments(fragments: readonly InventoryFragment[]): InventoryFragment[] {
  const byIdentity = new Map<string, InventoryFragment[]>();
  for (const fragment of fragments) {
    const identity = sourceIdentity(fragment.source);
    const same = byIdentity.get(identity);
    if (same) same.push(fragment);
    else byIdentity.set(identity, [fragment]);
  }
  return [...byIdentity.entries()].sort(([a], [b]) => byCodeUnit(a, b)).flatMap(([, same]) => withoutRepeats(same));
}

/** What tells sources apart, and their order. */
export function sourceIdentity({ path, sha256, importer }: FragmentSource): string {
  return `${path}\n${importer}\n${sha256}`;
}

/** One file can speak of several models (a shared config.json), so fragments of one source are told apart by what they say. */
function withoutRepeats(fragments: InventoryFragment[]): InventoryFragment[] {
  if (fragments.length === 1) return fragments;
  const byContent = new Map(fragments.map((fragment) => [canonicalJson(fragment.records), fragment]));
  return [...byContent.entries()].sort(([a], [b]) => byCodeUnit(a, b)).map(([, fragment]) => fragment);
}

/** Records by key, in the order of their keys; an inventory has one organisation, so every statement about it is joined. `before` is how many sources stand before those of the fragments. */
function gather(fragments: readonly InventoryFragment[], before: number): [string, GatheredRecord][] {
  const byKey = new Map<string, GatheredRecord & { readonly records: SourcedRecord[] }>();
  const organisationId = fragments.flatMap(({ records }) => records).find(({ kind }) => kind === 'organisation')?.id;
  fragments.forEach((fragment, index) => {
    const source = before + index;
    for (const record of fragment.records) {
      const id = record.kind === 'organisation' ? (organisationId ?? record.id) : record.id;
      const key = recordKey(record.kind, id);
      const gathered = byKey.get(key);
      if (gathered) gathered.records.push({ record, source });
      else byKey.set(key, { kind: record.kind, id, records: [{ record, source }] });
    }
  });
  return [...byKey.entries()].sort(([a], [b]) => byCodeUnit(a, b));
}
