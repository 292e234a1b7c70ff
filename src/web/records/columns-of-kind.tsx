import { plainText } from '../admin/plain-text.js';
import { type Column } from '../admin/row-list.js';
import { type InventoryRecord, type JsonObject, type recordKinds } from '../api/shapes.js';
import { DisputedChip } from './disputed-chip.js';

type Kind = (typeof recordKinds)[number];

/** Fields that the list of a kind shows, by the name of the column; a path with dots lies deeper. */
const fields: Readonly<Record<Kind, Readonly<Record<string, string>>>> = {
  deployment: { status: 'status', environment: 'environment', criticality: 'criticality', model: 'model', provider: 'provider', country: 'place.country' },
  model: { developer: 'developer', licence: 'licence.expression', country: 'developerCountry' },
  provider: { kind: 'kind', country: 'country', parent: 'ultimateParentCountry' },
  dataFlow: { deployment: 'deployment', stage: 'stage', to: 'to', country: 'processingCountries' },
  weightArtefact: { model: 'model', format: 'format', verification: 'verification' },
  licence: { licence: 'expression' },
  lineageEdge: { child: 'child', relation: 'relation', parent: 'parent' },
  organisation: { seat: 'seat' },
  legalEntity: { seat: 'seat', parent: 'parent' },
  codeCall: { provider: 'provider', deployment: 'deployment' },
};

const named: readonly Kind[] = ['deployment', 'model', 'provider', 'organisation', 'legalEntity'];

export function columnsOfKind(kind: Kind): readonly Column<InventoryRecord>[] {
  const own = Object.entries(fields[kind]).map(([name, path]): Column<InventoryRecord> => ({ name, show: ({ value }) => textAt(value, path) }));
  const name: readonly Column<InventoryRecord>[] = named.includes(kind) ? [{ name: 'name', sort: 'name', show: ({ value }) => textAt(value, 'name') }] : [];
  return [...name, { name: 'id', sort: 'id', show: ({ id }) => id }, ...own, { name: 'state', show: (record) => <DisputedChip {...record} /> }];
}

function textAt(value: JsonObject, path: string): string {
  const found = path.split('.').reduce<unknown>((at, name) => (typeof at === 'object' && at !== null ? (at as JsonObject)[name] : undefined), value);
  if (Array.isArray(found)) return found.join(', ');
  return found === undefined || found === null ? '–' : (plainText(found) ?? JSON.stringify(found));
}
