import { type LineageNode, type LineageStep } from '../../core/inventory/lineage-graph.js';
import { readableText } from '../../core/inventory/readable-text.js';

/** How a child was made from a parent, for a person to read from the child: 'fine-tune of', 'trained on synthetic data from'. */
const relationWords: Readonly<Record<LineageStep['relation'], string>> = {
  finetune: 'fine-tune of',
  adapter: 'adapter for',
  merge: 'merge of',
  quantized: 'quantised from',
  distilled: 'distilled from',
  'synthetic-data': 'trained on synthetic data of',
  unknown: 'made, it is not said how, from',
};

/** A step in words, before the name of the parent. */
export function stepWords({ relation }: LineageStep): string {
  return relationWords[relation];
}

/** The data set through which a step happened, after the name of the parent. */
export function datasetWords({ dataset }: LineageStep): string {
  return dataset === undefined ? '' : ` (data set ${readableText(dataset, 60)})`;
}

/** Name of a model, with its id where that is another. */
export function nodeName({ id, name }: LineageNode): string {
  return name === id ? readableText(id, 80) : `${readableText(name, 60)} (${readableText(id, 60)})`;
}

/** What is known of the model and its weights. */
export function nodeState({ known, weights: { files, verified, by } }: LineageNode): string {
  const described = { recorded: undefined, 'by-facts': 'not in the inventory, known from the facts', missing: 'MISSING: no source and no facts describe it' }[known];
  const way = by === 'both' ? 'digest and signature' : by;
  const weights = files === 0 ? 'no weights recorded' : verified === 0 ? 'weights not verified' : `weights verified by ${way}${verified === files ? '' : `, ${verified} of ${files} files`}`;
  return [described, weights].filter((part) => part !== undefined).join('; ');
}
