import { oscalString } from './oscal-string.js';

export interface OscalProperty {
  readonly name: string;
  readonly ns: string;
  readonly value: string;
}

/** A property of our own namespace. */
export function oscalProperty(name: string, value: string): OscalProperty {
  return { name, ns: 'https://domicile.example/ns/oscal', value: oscalString(value) };
}
