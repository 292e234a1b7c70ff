import { type NounKind } from '../../core/inventory/noun-kind.js';
import { type BomService } from './bom-schema.js';
import { organisationFacts } from './organisation-facts.js';
import { type PlacedValue } from './placed-value.js';

/** The facts that an inventory writes into CycloneDX's own fields of a service; the value is undefined where the field is absent. */
export function serviceFacts(kind: NounKind, service: BomService, at: readonly (string | number)[]): (readonly [string, PlacedValue])[] {
  if (kind === 'legalEntity') return organisationFacts(service.provider, '/name', '/seat', [...at, 'provider']);
  if (kind !== 'provider') return [];
  const hosts = service.endpoints?.map((endpoint) => endpoint.replace(/^https:\/\//, ''));
  return [...organisationFacts(service.provider, '/name', '/country', [...at, 'provider']), ['/endpoints', { value: hosts, at: [...at, 'endpoints'] }]];
}
