import { type DataFlow } from '../../inventory/data-flow.js';
import { type FactResult } from '../../reference/fact-result.js';
import { type LocalisationLaw } from '../../reference/jurisdiction-facts.js';
import { localisationLawsAt } from '../../reference/localisation-laws-at.js';
import { type CommonsContext } from '../commons-context.js';
import { type ExposureContext } from '../exposure-context.js';
import { leanOn } from '../lean-on.js';
import { remember } from '../remember.js';
import { type FactUse } from '../subject-view.js';
import { type FlowView } from '../view/flow-view.js';
import { countryAdequacy } from './country-adequacy.js';
import { type PlacesOfFlow } from './places-of-flow.js';

type Row = NonNullable<FlowView['localStorage']>[number];

/** Laws that bind where data of the people concerned is stored, and whether storage keeps to them; undefined where their countries are not stated. */
export function localStorageOfFlow(context: ExposureContext, uses: FactUse[], flow: DataFlow, { storage }: PlacesOfFlow): Row[] | undefined {
  return flow.subjectCountries?.flatMap((country) =>
    lawsOf(context, country).flatMap((found): Row[] => {
      const law = leanOn(uses, '.localStorage', found);
      if (law === undefined || law.effect !== 'store-locally' || !concerns(law, flow)) return [];
      const kept = storage === undefined ? undefined : isKept(context, uses, law, country, storage);
      return [{ country, law: law.name, lawId: law.id, strength: law.strength, ...(kept === undefined ? {} : { kept }) }];
    }),
  );
}

function lawsOf(within: CommonsContext, country: string): readonly FactResult<LocalisationLaw>[] {
  return remember(within, `localisation/${country}`, (context) => localisationLawsAt(context.reference, country, context.asOf));
}

const markers: Readonly<Partial<Record<LocalisationLaw['dataCategories'][number], RegExp>>> = {
  health: /(^|\.)(health|medical|health_and_medical)/,
  payment: /(^|\.)(financial|payment|account_number)/,
  government: /(^|\.)government/,
};

/** Whether a law speaks of the data of a flow: laws on personal data always, laws on a kind of data where its categories name that kind. */
function concerns({ dataCategories }: LocalisationLaw, { categories, specialCategories }: DataFlow): boolean {
  return dataCategories.some((kind) => {
    if (kind === 'personal') return true;
    if (kind === 'sensitive') return specialCategories === true;
    const marker = markers[kind];
    return marker !== undefined && (categories ?? []).some((category) => marker.test(category));
  });
}

/** True where storage fits whatever the threshold of the law; false where a law without thresholds is not kept; else it hangs on facts that the inventory does not hold. */
function isKept(context: ExposureContext, uses: FactUse[], law: LocalisationLaw, country: string, storage: readonly string[]): boolean | undefined {
  if (storage.length === 0 || storage.every((place) => place === country)) return true;
  if (law.allowedStorage === 'domestic-eea-adequate') {
    const statuses = storage.map((place) => (place === country ? 'adequate' : leanOn(uses, '.localStorage', countryAdequacy(context, place))?.status));
    if (statuses.every((status) => status === 'adequate' || status === 'not-needed')) return true;
    return statuses.some((status) => status === 'none' || status === 'ended') && law.strength !== 'conditional' ? false : undefined;
  }
  if (law.allowedStorage !== 'domestic' || law.strength === 'conditional' || law.strength === 'soft') return undefined;
  if (law.strength === 'sectoral') return undefined;
  return storage.includes(country);
}
