import { dayOf } from '../reference/day-of.js';
import { holdsOn } from '../reference/holds-on.js';
import { overlayReference } from '../reference/overlay-reference.js';
import { type ProviderFacts } from '../reference/provider-facts.js';
import { hitParty } from './hit-party.js';
import { type Shock } from './shock.js';
import { type ShockedWorld, type World } from './shocked-world.js';

type ParentChange = Extract<Shock, { kind: 'parent-changes' }>;

/** Gives a provider a new ultimate parent, in the inventory where it states one and in the facts. */
export function changeParent(world: World, { provider, parent, country }: ParentChange, overlay: string): ShockedWorld {
  const hit = hitParty(world, provider);
  if ('problem' in hit) return hit;
  const { snapshot, reference } = world;
  const providers = snapshot.providers.map((record) => (hit.ids.has(record.id) ? { ...record, ultimateParent: parent, ultimateParentCountry: country } : record));
  const facts = hit.facts === undefined ? undefined : reference.providers.get(hit.facts);
  return {
    world: {
      snapshot: { ...snapshot, providers },
      reference: facts === undefined ? reference : overlayReference(reference, { overlay, providers: [withParent(facts, parent, country, dayOf(snapshot.asOf))] }),
    },
  };
}

function withParent({ overlay: _overlay, ...facts }: ProviderFacts & { readonly overlay?: string | undefined }, name: string, country: string, day: string): ProviderFacts {
  const earlier = facts.parents.filter(({ state, from }) => state === 'settled' && (from === undefined || from < day)).map((parent) => (holdsOn(parent, day) ? { ...parent, to: day } : parent));
  return { ...facts, parents: [...earlier.slice(-11), { name, country, state: 'settled', from: day }], cloudActReach: country === 'US' ? 'yes' : 'unknown' };
}
