import { type InventoryEntry } from '../../core/inventory/inventory-entries.js';
import { type BomComponent } from './bom-component.js';
import { bomRefOf } from './bom-ref-of.js';
import { nativeFields } from './native-fields.js';
import { type DescribeRecord } from './record-properties.js';
import { shownText } from './shown-text.js';

/** A deployment as the application that it is. */
export function deploymentComponent(entry: InventoryEntry, describe: DescribeRecord): BomComponent {
  const fields = nativeFields(entry.record);
  const name = fields.text('/name') ?? shownText(entry.record.id);
  const description = fields.text('/description');
  return { type: 'application', 'bom-ref': bomRefOf(entry.key), name, ...(description === undefined ? {} : { description }), properties: describe(entry, fields.taken) };
}
