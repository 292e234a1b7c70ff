import { type InventoryEntry } from '../../core/inventory/inventory-entries.js';
import { type LineageEdge } from '../../core/inventory/lineage-edge.js';
import { type Model } from '../../core/inventory/model.js';
import { type BomComponent } from './bom-component.js';
import { bomRefOf } from './bom-ref-of.js';
import { isPlainText } from './is-plain-text.js';
import { type DescribeRecord } from './record-properties.js';
import { shownText } from './shown-text.js';

/** The parent at the other end of a lineage edge; its properties are those of the edge, since the parent has a component of its own. */
export function ancestorComponent(entry: InventoryEntry, parents: ReadonlyMap<string, Model>, describe: DescribeRecord): BomComponent {
  const { parent } = entry.record as Partial<LineageEdge>;
  const purl = parent === undefined ? undefined : parents.get(parent)?.purl;
  return {
    type: 'machine-learning-model',
    'bom-ref': bomRefOf(entry.key),
    name: shownText(parent ?? entry.record.id),
    ...(purl !== undefined && isPlainText(purl) ? { purl } : {}),
    properties: describe(entry, new Set()),
  };
}
