import { dayOf } from '../reference/day-of.js';
import { overlayReference } from '../reference/overlay-reference.js';
import { hitModel } from './hit-model.js';
import { hitParty } from './hit-party.js';
import { type Shock } from './shock.js';
import { type ShockedWorld, type World } from './shocked-world.js';

type Retired = Extract<Shock, { kind: 'api-retired' }>;

/** Ends an API model at a provider on the day of the audit. */
export function retireApi(world: World, { provider, model }: Retired, overlay: string): ShockedWorld {
  const party = hitParty(world, provider);
  if ('problem' in party) return party;
  const hit = hitModel(world, model, true);
  if ('problem' in hit) return hit;
  if (party.facts === undefined) return { world };
  const day = dayOf(world.snapshot.asOf);
  const retirement = {
    id: 'shock-retirement',
    provider: party.facts,
    apiModels: [...hit.names].slice(0, 40),
    effect: 'shutdown' as const,
    date: day,
    knownFrom: day,
    status: overlay,
    noSource: 'assumed by a shock',
    asOf: day,
    confidence: 'verified-in-source' as const,
  };
  return { world: { snapshot: world.snapshot, reference: overlayReference(world.reference, { overlay, retirements: [retirement] }) } };
}
