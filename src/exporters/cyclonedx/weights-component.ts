import { type InventoryEntry } from '../../core/inventory/inventory-entries.js';
import { type BomComponent } from './bom-component.js';
import { bomRefOf } from './bom-ref-of.js';
import { isDigest } from './is-digest.js';
import { nativeFields } from './native-fields.js';
import { type DescribeRecord } from './record-properties.js';
import { shownText } from './shown-text.js';

/** A file of weights with its digest: that of the bytes in use where it is known, else the one its publisher names; a property tells which. */
export function weightsComponent(entry: InventoryEntry, describe: DescribeRecord): BomComponent {
  const fields = nativeFields(entry.record);
  const name = fields.text('/file') ?? shownText(entry.record.id);
  const inUse = fields.text('/sha256', isDigest);
  const content = inUse ?? fields.text('/publisherSha256', isDigest);
  const hash = content === undefined ? {} : { hashes: [{ alg: 'SHA-256' as const, content }] };
  const whose = content === undefined ? [] : [{ name: 'domicile:hash-is', value: inUse === undefined ? 'publisher-sha256' : 'sha256' }];
  return { type: 'file', 'bom-ref': bomRefOf(entry.key), name, ...hash, properties: [...describe(entry, fields.taken), ...whose] };
}
