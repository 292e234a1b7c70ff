import { byCodeUnit } from '../inventory/by-code-unit.js';
import { type InventorySnapshot } from '../inventory/inventory-snapshot.js';
import { type ReferenceFacts } from '../reference/reference-facts.js';
import { flowPlaces, toneOfFlow, type FlowPlace } from './flow-places.js';
import { jurisdictionTone, type JurisdictionTone } from './jurisdiction-tone.js';

/** A flow with the places that it reaches. */
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
  readonly places: readonly FlowPlace[];
  /** Country of the recipient's ultimate parent, where it is none of the places. */
  readonly parentCountry: string | null;
  readonly tone: JurisdictionTone;
}

export interface FlowMap {
  readonly flows: readonly MappedFlow[];
  readonly countries: readonly { readonly country: string; readonly tone: JurisdictionTone }[];
}

/** Where the flows of an inventory go, in order of id. */
export function flowMap({ dataFlows, deployments, providers, legalEntities }: InventorySnapshot, reference: ReferenceFacts, asOf: string): FlowMap {
  const names = new Map([...deployments, ...legalEntities, ...providers].map(({ id, name }) => [id, name ?? id]));
  const parties = new Map(providers.map((provider) => [provider.id, provider]));
  const tones = new Map<string, JurisdictionTone>();
  const toneOf = (country: string): JurisdictionTone => {
    const tone = tones.get(country) ?? jurisdictionTone(reference, country, asOf);
    tones.set(country, tone);
    return tone;
  };
  const flows = [...dataFlows]
    .sort((a, b) => byCodeUnit(a.id, b.id))
    .map((flow): MappedFlow => {
      const places = flowPlaces(flow);
      const parent = parties.get(flow.to ?? '')?.ultimateParentCountry;
      return {
        id: flow.id,
        deployment: flow.deployment ?? null,
        from: names.get(flow.deployment ?? '') ?? flow.deployment ?? flow.from ?? flow.id,
        to: flow.to ?? null,
        recipient: names.get(flow.to ?? '') ?? flow.to ?? flow.id,
        stage: flow.stage ?? null,
        personalData: flow.personalData ?? null,
        specialCategories: flow.specialCategories ?? null,
        mechanism: flow.transferBasis?.mechanism ?? null,
        places,
        parentCountry: parent === undefined || places.some(({ country }) => country === parent) ? null : parent,
        tone: toneOfFlow(places, toneOf),
      };
    });
  return { flows, countries: [...tones].sort(([a], [b]) => byCodeUnit(a, b)).map(([country, tone]) => ({ country, tone })) };
}
