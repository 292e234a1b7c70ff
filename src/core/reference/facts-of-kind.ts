import type { FactProvenance } from './fact-record.js';
import type { ReferenceData } from './reference-data.js';

export type FactKind = 'licence' | 'jurisdiction' | 'provider' | 'engine' | 'control' | 'model' | 'retirement' | 'notice-policy';

/** Each kind of record in the reference data, by the word that stands before its id. */
export const factsOfKind: Readonly<Record<FactKind, (data: ReferenceData) => readonly (FactProvenance & { readonly id: string })[]>> = {
  licence: (data) => data.licences,
  jurisdiction: (data) => data.jurisdictions,
  provider: (data) => data.providers,
  engine: (data) => data.engines,
  control: (data) => data.controls,
  model: (data) => data.models,
  retirement: (data) => data.retirements,
  'notice-policy': (data) => data.noticePolicies,
};
