import { type PlacedValue } from './placed-value.js';

type Organisation = { readonly name?: string | undefined; readonly address?: { readonly country?: string | undefined } | undefined };

/** Name and country of an organisation as facts at these pointers. */
export function organisationFacts(organisation: Organisation | undefined, name: string, country: string, at: readonly (string | number)[]): (readonly [string, PlacedValue])[] {
  return [
    [name, { value: organisation?.name, at: [...at, 'name'] }],
    [country, { value: organisation?.address?.country, at: [...at, 'address', 'country'] }],
  ];
}
