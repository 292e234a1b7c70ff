export type Tone = 'home' | 'away' | 'open';

/** A flow of the register with the places that it reaches. */
export interface MappedFlow {
  readonly id: string;
  readonly deployment: string | null;
  readonly from: string;
  readonly to: string | null;
  readonly recipient: string;
  readonly stage: string | null;
  readonly personalData: boolean | null;
  readonly specialCategories: boolean | null;
  readonly mechanism: string | null;
  readonly places: readonly { readonly country: string; readonly acts: readonly string[] }[];
  readonly parentCountry: string | null;
  readonly tone: Tone;
}

export interface FlowMap {
  readonly revision: number;
  readonly asOf: string;
  readonly flows: readonly MappedFlow[];
  readonly countries: readonly { readonly country: string; readonly tone: Tone }[];
}

/** Flows between the same two that reach the same country, as one. */
export interface Arrow {
  readonly source: string;
  readonly recipient: string;
  /** Empty where nobody says where it goes. */
  readonly country: string;
  readonly tone: Tone;
  readonly flows: number;
}

export const tones: readonly Tone[] = ['away', 'open', 'home'];

/** What is to be drawn, what leaves first. A flow whose places nobody states has a lane of its own and is not taken to stay. */
export function arrowsOf({ countries }: FlowMap, flows: readonly MappedFlow[]): readonly Arrow[] {
  const toneOf = new Map(countries.map(({ country, tone }) => [country, tone]));
  const arrows = new Map<string, Arrow>();
  for (const { from: source, recipient, places } of flows)
    for (const country of places.length === 0 ? [''] : places.map((place) => place.country)) {
      const key = JSON.stringify([source, recipient, country]);
      const before = arrows.get(key);
      arrows.set(key, { source, recipient, country, tone: country === '' ? 'open' : (toneOf.get(country) ?? 'open'), flows: (before?.flows ?? 0) + 1 });
    }
  return [...arrows.values()].sort((left, right) => tones.indexOf(left.tone) - tones.indexOf(right.tone) || left.country.localeCompare(right.country) || left.source.localeCompare(right.source));
}
