import { type DataFlow } from '../../inventory/data-flow.js';
import { type ExposureContext } from '../exposure-context.js';
import { leanOn } from '../lean-on.js';
import { type FactUse } from '../subject-view.js';
import { type FlowView } from '../view/flow-view.js';
import { type PartyView } from '../view/party-view.js';
import { countryAdequacy } from './country-adequacy.js';
import { isCovered } from './is-covered.js';
import { type PlacesOfFlow } from './places-of-flow.js';

type Destination = NonNullable<FlowView['destinations']>[number];

/** Every country where data of a flow is processed, stored or reached, with its adequacy for this recipient: EDPB Recommendations 01/2020, step 1. */
export function destinationsOfFlow(context: ExposureContext, uses: FactUse[], flow: DataFlow, places: PlacesOfFlow, recipient: PartyView | undefined): Destination[] {
  const reasons = new Map<string, string[]>();
  const add = (country: string, why: string) => reasons.set(country, [...(reasons.get(country) ?? []), why]);
  for (const country of places.processing ?? []) add(country, 'processing');
  for (const country of places.storage ?? []) add(country, 'storage');
  for (const country of flow.accessCountries ?? []) add(country, 'access');
  if (recipient?.operatorCountry !== undefined && recipient.own !== true) add(recipient.operatorCountry, 'recipient');
  return [...reasons.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, 60)
    .map(([country, why]) => destinationOf(context, uses, country, [...new Set(why)].join(', '), recipient));
}

function destinationOf(context: ExposureContext, uses: FactUse[], country: string, why: string, recipient: PartyView | undefined): Destination {
  const adequacy = leanOn(uses, '.destinations', countryAdequacy(context, country));
  if (adequacy === undefined) return { country, why };
  const { status, decision } = adequacy;
  const covered = isCovered(adequacy, recipient);
  return {
    country,
    why,
    inEea: status === 'not-needed',
    adequacy: status,
    ...(decision?.decision === undefined ? {} : { decision: decision.decision }),
    ...(decision?.expires === undefined ? {} : { expires: decision.expires }),
    ...(covered === undefined ? {} : { covered }),
    certifiedOnly: status === 'partial' && decision?.scope === 'certified-entities',
    ...(decision?.pendingCase === undefined ? {} : { pendingCase: decision.pendingCase }),
  };
}
