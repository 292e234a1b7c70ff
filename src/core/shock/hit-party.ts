import { partyFacts } from '../exposure/party/party-facts.js';
import { nearestName } from '../inventory/nearest-name.js';
import { type World } from './shocked-world.js';

/** A provider that a shock names: how the inventory and the reference facts call it. */
export interface HitParty {
  /** Ids in the inventory that stand for it. */
  readonly ids: ReadonlySet<string>;
  readonly facts?: string;
}

/** Finds the provider a shock names by its id in the inventory or in the facts; every inventory id that stands for the same provider is hit. */
export function hitParty({ snapshot, reference }: World, named: string): HitParty | { readonly problem: string } {
  const record = snapshot.providers.find(({ id }) => id === named);
  const facts = record === undefined ? partyFacts(reference, named, undefined) : partyFacts(reference, named, record);
  if (record === undefined && facts === undefined) {
    const near = nearestName(named, [...snapshot.providers.map(({ id }) => id), ...reference.providers.keys()]);
    return { problem: `the provider '${named}' is neither in the inventory nor in the reference facts; ${near === undefined ? "see 'domicile facts list providers'" : `did you mean '${near}'?`}` };
  }
  if (record !== undefined) return { ids: new Set([named]), ...(facts === undefined ? {} : { facts }) };
  const same = snapshot.providers.filter((provider) => partyFacts(reference, provider.id, provider) === facts).map(({ id }) => id);
  return { ids: new Set([named, ...same]), ...(facts === undefined ? {} : { facts }) };
}
