import { type DataFlow } from '../../inventory/data-flow.js';
import { type Deployment } from '../../inventory/deployment.js';
import { type PartyView } from '../view/party-view.js';
import { isInference } from './is-inference.js';

/** Where a flow is processed and stored. A list is undefined where nobody says. */
export interface PlacesOfFlow {
  readonly scope: 'site' | 'region' | 'geography' | 'global' | undefined;
  readonly processing: readonly string[] | undefined;
  readonly storage: readonly string[] | undefined;
  /** Every place of processing and storage is stated and the recipient may not go beyond. */
  readonly bounded: boolean;
}

/**
 * Takes what the flow states. Where it is silent, inference runs where its deployment runs, as long as that is one place;
 * and what stays on the organisation's own premises is stored there.
 */
export function placesOfFlow(flow: DataFlow, deployment: Deployment | undefined, recipient: PartyView | undefined, disputes: ReadonlySet<string> | undefined): PlacesOfFlow {
  const place = deployment?.place;
  const stated = disputes?.has('/scope') ? 'unknown' : (flow.scope ?? (isInference(flow.stage) ? place?.scope : undefined));
  const onePlace = place?.country !== undefined && (place.scope === undefined || place.scope === 'site' || place.scope === 'region') ? [place.country] : undefined;
  const atPlace = isInference(flow.stage) && !disputes?.has('/processingCountries') ? onePlace : undefined;
  const processing = nonEmpty(flow.processingCountries) ?? atPlace;
  const onPremises = recipient?.own === true && (place?.kind === 'on-premises' || place?.kind === 'edge') && !disputes?.has('/storageCountries') ? onePlace : undefined;
  const storage = nonEmpty(flow.storageCountries) ?? (flow.retentionDays === 0 ? [] : onPremises);
  const scope = stated === 'unknown' ? undefined : stated;
  return { scope, processing, storage, bounded: processing !== undefined && storage !== undefined && stated !== 'unknown' && stated !== 'global' };
}

function nonEmpty(countries: readonly string[] | undefined): readonly string[] | undefined {
  return countries === undefined || countries.length === 0 ? undefined : countries;
}
