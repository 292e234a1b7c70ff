import { byCodeUnit } from '../inventory/by-code-unit.js';
import { type DataFlow } from '../inventory/data-flow.js';
import { type JurisdictionTone } from './jurisdiction-tone.js';

/** What happens to the data of a flow in a country. */
export interface FlowPlace {
  readonly country: string;
  readonly acts: readonly ('processing' | 'storage' | 'access')[];
}

/** Countries in which the data of a flow is processed, stored or reached. */
export function flowPlaces({ processingCountries, storageCountries, accessCountries }: DataFlow): readonly FlowPlace[] {
  const places = new Map<string, FlowPlace['acts'][number][]>();
  const note = (countries: readonly string[] | undefined, act: FlowPlace['acts'][number]): void => {
    for (const country of countries ?? []) places.set(country, [...(places.get(country) ?? []), act]);
  };
  note(processingCountries, 'processing');
  note(storageCountries, 'storage');
  note(accessCountries, 'access');
  return [...places].sort(([a], [b]) => byCodeUnit(a, b)).map(([country, acts]) => ({ country, acts }));
}

/** A flow that reaches one place outside is away; one without a known place is open and not taken to stay at home. */
export function toneOfFlow(places: readonly FlowPlace[], toneOf: (country: string) => JurisdictionTone): JurisdictionTone {
  const tones = places.map(({ country }) => toneOf(country));
  return tones.includes('away') ? 'away' : tones.length === 0 || tones.includes('open') ? 'open' : 'home';
}
