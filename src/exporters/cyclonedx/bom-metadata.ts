import { type InventoryEntry } from '../../core/inventory/inventory-entries.js';
import { type ScannedInventory } from '../scanned-inventory.js';
import { type BomProperty } from './bom-property.js';
import { nativeFields } from './native-fields.js';
import { propertyText } from './property-text.js';
import { type DescribeRecord } from './record-properties.js';

/** When, by what and for whom the document was written; which files it goes back to, and what of them could not be read. */
export function bomMetadata({ snapshot, problems }: ScannedInventory, organisations: readonly InventoryEntry[], engine: string, describe: DescribeRecord): object {
  const [name = engine, version] = engine.split('/');
  const moment = new Date(snapshot.asOf);
  const [organisation] = organisations;
  const fields = organisation === undefined ? undefined : nativeFields(organisation.record);
  const called = fields?.text('/name');
  const country = fields?.text('/seat');
  const properties: BomProperty[] = [
    { name: 'domicile:inventory', value: '1' },
    { name: 'domicile:snapshot', value: snapshot.digest },
    ...(organisation === undefined || fields === undefined ? [] : describe(organisation, fields.taken, 'organisation:')),
    ...snapshot.sources.map((source, index) => ({ name: `domicile:source:${index + 1}`, value: propertyText(source) })),
    ...problems.map((problem, index) => ({ name: `domicile:problem:${index + 1}`, value: propertyText(problem) })),
  ];
  const manufacturer = { ...(called === undefined ? {} : { name: called }), ...(country === undefined ? {} : { address: { country } }) };
  return {
    ...(Number.isNaN(moment.getTime()) ? {} : { timestamp: moment.toISOString() }),
    tools: { components: [{ type: 'application', name, ...(version === undefined ? {} : { version }) }] },
    ...(Object.keys(manufacturer).length === 0 ? {} : { manufacturer }),
    properties,
  };
}
