import type { FactList, ListedFact } from './fact-list.js';
import type { ReferenceData } from './reference-data.js';

/** Each kind of record in the core facts. A retirement is history from its day on. */
export function factLists(data: ReferenceData): readonly FactList[] {
  const retirementDays = new Map<ListedFact, string | undefined>(data.retirements.map((retirement) => [retirement, retirement.date]));
  return [
    { kind: 'licence', records: data.licences },
    { kind: 'jurisdiction', records: data.jurisdictions },
    { kind: 'provider', records: data.providers },
    { kind: 'engine', records: data.engines },
    { kind: 'control', records: data.controls },
    { kind: 'model', records: data.models },
    { kind: 'retirement', records: data.retirements, endOf: (record) => retirementDays.get(record) },
    { kind: 'notice-policy', records: data.noticePolicies },
  ];
}
