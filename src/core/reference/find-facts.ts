import type { FactList, ListedFact } from './fact-list.js';
import { factLists } from './fact-lists.js';
import { licenceByTag } from './licence-by-tag.js';
import { modelByAlias } from './model-by-alias.js';
import { providerByHost } from './provider-by-host.js';
import { providerByName } from './provider-by-name.js';
import { providerByPrefix } from './provider-by-prefix.js';
import { controlsOfShortForm } from './controls-of-short-form.js';
import type { ReferenceFacts } from './reference-facts.js';

export interface FoundFact {
  readonly kind: string;
  /** Kind and id, such as `licence/Apache-2.0`. */
  readonly fact: string;
  readonly record: ListedFact;
}

/** Every record that a person may mean by a name: kind and id, an id, a hub tag, a hub repository, an endpoint, a citation. An exact id goes before all other names; `beside` are lists of files read apart. */
export function findFacts(reference: ReferenceFacts, name: string, beside: readonly FactList[] = []): readonly FoundFact[] {
  const records = [...factLists(reference.data), ...beside].flatMap(({ kind, records: listed }) => listed.map((record): FoundFact => ({ kind, fact: `${kind}/${record.id}`, record })));
  const exact = records.filter(({ fact, record }) => fact === name || record.id === name);
  if (exact.length > 0) return exact;
  const engine = reference.engineIdByName.get(name.trim().toLowerCase());
  const providers = [providerByName(reference, name), providerByPrefix(reference, name), providerByHost(reference, name)];
  const meant = new Set([
    ...named('licence', [licenceByTag(reference, name)]),
    ...named('model', [modelByAlias(reference, name)?.model]),
    ...named('provider', name.includes('/') && !name.includes('://') ? [] : providers),
    ...named('engine', [engine]),
    ...named('control', controlsOfShortForm(reference, name) ?? []),
  ]);
  return records.filter(({ fact }) => meant.has(fact));
}

function named(kind: string, ids: readonly (string | undefined)[]): readonly string[] {
  return ids.flatMap((id) => (id === undefined ? [] : [`${kind}/${id}`]));
}
