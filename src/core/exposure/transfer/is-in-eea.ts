import { type ExposureContext } from '../exposure-context.js';
import { leanOn } from '../lean-on.js';
import { type FactUse } from '../subject-view.js';
import { countryAdequacy } from './country-adequacy.js';

/** Whether a country was part of the EEA; undefined where the facts cannot tell. */
export function isInEea(context: ExposureContext, uses: FactUse[], path: string, country: string): boolean | undefined {
  const adequacy = leanOn(uses, path, countryAdequacy(context, country));
  return adequacy === undefined ? undefined : adequacy.status === 'not-needed';
}
