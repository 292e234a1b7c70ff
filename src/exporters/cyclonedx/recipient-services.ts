import { byCodeUnit } from '../../core/inventory/by-code-unit.js';
import { type DataFlow } from '../../core/inventory/data-flow.js';
import { type InventoryEntry } from '../../core/inventory/inventory-entries.js';
import { recordKey } from '../../core/inventory/record-key.js';
import { grouped } from '../grouped.js';
import { bomRefOf } from './bom-ref-of.js';
import { type BomProperty } from './bom-property.js';
import { type BomService, type BomServiceData } from './bom-service.js';
import { nativeFields } from './native-fields.js';
import { type DescribeRecord } from './record-properties.js';
import { shownText } from './shown-text.js';

/** Every provider and legal entity as a service, with the flows that it receives. A recipient without a record of its own gets a service that stands for it. */
export function recipientServices(recipients: readonly InventoryEntry[], flows: readonly InventoryEntry[], describe: DescribeRecord): BomService[] {
  const known = new Map(recipients.map((entry) => [entry.key, entry]));
  const received = grouped(flows, ({ record }) => recipientKey(known, (record as DataFlow).to));
  const keys = [...new Set([...known.keys(), ...received.keys()])].sort(byCodeUnit);
  return keys.map((key) => {
    const entry = known.get(key);
    const own = entry === undefined ? placeholder(key) : recipient(entry, describe);
    const data = (received.get(key) ?? []).map((flow) => serviceData(flow, bomRefOf(key)));
    const ofFlows = (received.get(key) ?? []).flatMap((flow) => describe(flow, new Set(), `flow:${flowName(flow.record.id)}:`));
    return { ...own, ...(data.length === 0 ? {} : { data }), properties: [...own.properties, ...ofFlows] };
  });
}

/** The id as one piece of the name of a property. */
const flowName = (id: string): string => id.replace(/[%:\p{Cc}\p{Cs}]/gu, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);

/** The service that receives what is sent to an id: that of the provider, else of the legal entity of this name. */
function recipientKey(known: ReadonlyMap<string, InventoryEntry>, to: string | undefined): string {
  if (to === undefined) return 'recipient';
  return [recordKey('provider', to), recordKey('legalEntity', to)].find((key) => known.has(key)) ?? `recipient/${to}`;
}

function recipient(entry: InventoryEntry, describe: DescribeRecord): BomService & { readonly properties: readonly BomProperty[] } {
  const fields = nativeFields(entry.record);
  const name = fields.text('/name');
  const country = fields.text(entry.kind === 'provider' ? '/country' : '/seat');
  const hosts = fields.texts('/endpoints', 1_000, (host) => /^[A-Za-z0-9.-]+(:\d{1,5})?$/.test(host));
  const provider = { ...(name === undefined ? {} : { name }), ...(country === undefined ? {} : { address: { country } }) };
  return {
    'bom-ref': bomRefOf(entry.key),
    ...(Object.keys(provider).length === 0 ? {} : { provider }),
    name: name ?? shownText(entry.record.id),
    ...(hosts === undefined ? {} : { endpoints: hosts.map((host) => `https://${host}`) }),
    properties: describe(entry, fields.taken),
  };
}

function placeholder(key: string): BomService {
  const id = key.slice('recipient/'.length);
  return { 'bom-ref': bomRefOf(key), name: shownText(id === '' ? 'recipient not known' : id), properties: [{ name: 'domicile:stands-for', value: 'recipient' }] };
}

/** A part of this document as an IRI reference. A BOM-Link would do as well, yet common checkers of IRIs refuse every URN with a fragment. */
const linkTo = (reference: string): string => `#${encodeURIComponent(reference)}`;

/** The flow in CycloneDX's own words; its facts stand in the properties of the service. */
function serviceData({ record }: InventoryEntry, recipientReference: string): BomServiceData {
  const { deployment, categories } = record as DataFlow;
  return {
    flow: 'inbound',
    classification: shownText(Array.isArray(categories) && categories.length > 0 ? categories.map(String).join(', ') : 'not stated'),
    name: shownText(record.id),
    ...(deployment === undefined ? {} : { source: [linkTo(bomRefOf(recordKey('deployment', deployment)))] }),
    destination: [linkTo(recipientReference)],
  };
}
