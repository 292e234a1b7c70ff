import { type LineageStep } from './ancestor.js';

const words: Readonly<Record<LineageStep['relation'], string>> = {
  finetune: 'fine-tuned from',
  adapter: 'adapter on',
  merge: 'merged from',
  quantized: 'quantised from',
  distilled: 'distilled from',
  'synthetic-data': 'trained on outputs of',
  unknown: 'made from',
};

/** A way through a lineage in words: `wizardcoder, fine-tuned from code-llama, fine-tuned from llama-2`. */
export function describeWay(model: string, steps: readonly LineageStep[]): string {
  return [model, ...steps.map((step) => `${words[step.relation]} ${step.parent}`)].join(', ').slice(0, 1_500);
}
