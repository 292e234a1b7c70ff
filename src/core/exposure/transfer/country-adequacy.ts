import { adequacyAt, type Adequacy } from '../../reference/adequacy-at.js';
import { type FactResult } from '../../reference/fact-result.js';
import { type CommonsContext } from '../commons-context.js';
import { remember } from '../remember.js';

const insideEea: FactResult<Adequacy> = { value: { status: 'not-needed' }, fact: 'jurisdiction/EU', state: 'current', confidence: 'verified-in-source', sources: [] };

/** Adequacy of a country at the instant of the context; `EEA` itself needs none. */
export function countryAdequacy(within: CommonsContext, country: string): FactResult<Adequacy> {
  return country === 'EEA' ? insideEea : remember(within, `adequacy/${country}`, (context) => adequacyAt(context.reference, country, context.asOf));
}
