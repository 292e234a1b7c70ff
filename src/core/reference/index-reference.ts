import { apiModelKey } from './api-model-key.js';
import type { ModelFacts } from './model-facts.js';
import type { ReferenceData } from './reference-data.js';
import type { ModelName, ReferenceFacts } from './reference-facts.js';
import type { Retirement } from './retirement.js';

const nothingOwn = { overlays: [], overlaidSettings: [], ownCodeMarkers: [] };

/** Indexes compiled facts. A name that two records claim is left out, so that it resolves to neither. `digest` is that of the data, see `digestReference`. */
export function indexReference(data: ReferenceData, digest: string, own: Pick<ReferenceFacts, 'overlays' | 'overlaidSettings' | 'ownCodeMarkers'> = nothingOwn): ReferenceFacts {
  return {
    data,
    digest,
    ...own,
    licences: byId(data.licences),
    jurisdictions: byId(data.jurisdictions),
    providers: byId(data.providers),
    engines: byId(data.engines),
    controls: byId(data.controls),
    models: byId(data.models),
    licenceIdByTag: byName(data.licences, ({ id, name, tags, names, spdxId }) => [id, name, spdxId, ...(tags ?? []), ...(names ?? [])]),
    modelIdByAlias: modelNames(data.models),
    providerIdByName: byName(data.providers, ({ id, name, aliases }) => [id, name, ...(aliases ?? [])]),
    providerIdByPrefix: byName(data.providers, ({ prefixes }) => prefixes ?? []),
    providerIdByHost: byName(data.providers, ({ hosts }) => hosts ?? []),
    engineIdByName: byName(data.engines, ({ id, name, aliases }) => [id, name, ...(aliases ?? [])]),
    retirementsByApiModel: retirementsByApiModel(data.retirements),
  };
}

function byId<Fact extends { readonly id: string }>(facts: readonly Fact[]): ReadonlyMap<string, Fact> {
  return new Map(facts.map((fact) => [fact.id, fact]));
}

function byName<Fact extends { readonly id: string }>(facts: readonly Fact[], namesOf: (fact: Fact) => readonly (string | undefined)[]): ReadonlyMap<string, string> {
  return unambiguous(facts.flatMap((fact) => namesOf(fact).map((name) => [name, fact.id] as const)), (a, b) => a === b);
}

function modelNames(models: readonly ModelFacts[]): ReadonlyMap<string, ModelName> {
  const names = models.flatMap((model): (readonly [string, ModelName])[] => [
    [model.id, { model: model.id }],
    ...(model.aliases ?? []).map((alias): readonly [string, ModelName] => [alias, { model: model.id }]),
    ...(model.variants ?? []).flatMap(({ aliases }, variant) => aliases.map((alias): readonly [string, ModelName] => [alias, { model: model.id, variant }])),
  ]);
  return unambiguous(names, (a, b) => a.model === b.model && a.variant === b.variant);
}

function unambiguous<Target>(names: readonly (readonly [string | undefined, Target])[], same: (a: Target, b: Target) => boolean): ReadonlyMap<string, Target> {
  const found = new Map<string, Target>();
  const claimedTwice = new Set<string>();
  for (const [name, target] of names) {
    if (name === undefined) continue;
    const key = name.toLowerCase();
    const earlier = found.get(key);
    if (earlier !== undefined && !same(earlier, target)) claimedTwice.add(key);
    else found.set(key, target);
  }
  for (const key of claimedTwice) found.delete(key);
  return found;
}

function retirementsByApiModel(retirements: readonly Retirement[]): ReadonlyMap<string, readonly Retirement[]> {
  const found = new Map<string, Retirement[]>();
  for (const retirement of retirements) {
    for (const name of retirement.apiModels) {
      const key = apiModelKey(name);
      found.set(key, [...(found.get(key) ?? []), retirement]);
    }
  }
  return found;
}
