import { type InventoryEntry } from '../../core/inventory/inventory-entries.js';
import { type BomComponent } from './bom-component.js';
import { bomRefOf } from './bom-ref-of.js';
import { isDigest } from './is-digest.js';
import { isWebAddress } from './is-web-address.js';
import { nativeFields } from './native-fields.js';
import { type DescribeRecord } from './record-properties.js';
import { shownText } from './shown-text.js';

/** The text of a licence as it was met. */
export function licenceComponent(entry: InventoryEntry, describe: DescribeRecord): BomComponent {
  const fields = nativeFields(entry.record);
  const name = fields.text('/name') ?? shownText(entry.record.id);
  const content = fields.text('/textSha256', isDigest);
  const url = fields.text('/link', isWebAddress);
  return {
    type: 'file',
    'bom-ref': bomRefOf(entry.key),
    name,
    ...(content === undefined ? {} : { hashes: [{ alg: 'SHA-256' as const, content }] }),
    ...(url === undefined ? {} : { externalReferences: [{ type: 'license' as const, url }] }),
    properties: describe(entry, fields.taken),
  };
}
