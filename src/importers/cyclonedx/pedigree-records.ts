import { type InventoryRecord } from '../../core/inventory/inventory-fragment.js';
import { type LineageEdge } from '../../core/inventory/lineage-edge.js';
import { type ParsedDocument } from '../parsed-document.js';
import { recordBuilder } from '../record-builder.js';
import { shortText } from '../short-text.js';
import { componentId } from './component-id.js';
import { type BomComponent } from './component-schema.js';
import { domicileProperties } from './domicile-properties.js';

type Path = readonly (string | number)[];

const relations: readonly LineageEdge['relation'][] = ['finetune', 'adapter', 'merge', 'quantized', 'distilled', 'synthetic-data', 'unknown'];

/** The ancestors of a model as its parents. How it was made of them is told by a property, else by the words of the pedigree, else unknown. */
export function pedigreeRecords(document: ParsedDocument, component: BomComponent, at: Path, child: string): InventoryRecord[] {
  return (component.pedigree?.ancestors ?? []).slice(0, 100).flatMap((ancestor, index) => {
    if (ancestor.type !== 'machine-learning-model') return [];
    const place = [...at, 'pedigree', 'ancestors', index];
    const parent = componentId(ancestor);
    const stated = relations.find((relation) => relation === domicileProperties(ancestor.properties).get('lineage-relation')?.value);
    const relation = stated ?? relationInWords(`${component.pedigree?.notes ?? ''} ${ancestor.description ?? ''}`, child);
    const model = recordBuilder(document, 'model', parent, place)
      .state('/name', shortText(ancestor.name.split('/').at(-1)), [...place, 'name'])
      .state('/purl', shortText(ancestor.purl, 500), [...place, 'purl'])
      .state('/developer', shortText(ancestor.manufacturer?.name), [...place, 'manufacturer', 'name']);
    const edge = recordBuilder(document, 'lineageEdge', `${child} ${relation} ${parent}`.slice(0, 600), place)
      .state('/child', child, place)
      .state('/parent', parent, place)
      .state('/relation', relation, place, stated === undefined ? 'inferred' : 'declared', stated === undefined ? 'words of the pedigree, or nothing' : undefined);
    return [model.build(), edge.build()];
  });
}

function relationInWords(words: string, child: string): LineageEdge['relation'] {
  if (/quanti[sz]/i.test(words) || /(^|[-_./])(gguf|awq|gptq|int[48])([-_./]|$)/i.test(child)) return 'quantized';
  if (/fine-?\s?tun/i.test(words)) return 'finetune';
  if (/\b(lora|adapter)\b/i.test(words)) return 'adapter';
  if (/\bmerg/i.test(words)) return 'merge';
  if (/distil/i.test(words)) return 'distilled';
  return 'unknown';
}
