import { type LineageEdge } from '../../core/inventory/lineage-edge.js';

export interface InferredRelation {
  readonly value: LineageEdge['relation'];
  readonly declared: boolean;
  readonly note?: string;
}

const declaredAs: Readonly<Record<string, LineageEdge['relation']>> = { finetune: 'finetune', adapter: 'adapter', merge: 'merge', quantized: 'quantized' };

/** How a model was made from its parents: what the card says, else what its tags, its number of parents and its name suggest. */
export function lineageRelation(card: Readonly<Record<string, unknown>>, parents: number, child: string): InferredRelation {
  const stated = card['base_model_relation'];
  if (typeof stated === 'string' && Object.hasOwn(declaredAs, stated.trim().toLowerCase())) return { value: declaredAs[stated.trim().toLowerCase()] ?? 'unknown', declared: true };
  const tags = new Set((Array.isArray(card['tags']) ? card['tags'] : []).map((tag) => String(tag).toLowerCase()));
  const inferred = (value: LineageEdge['relation'], note: string): InferredRelation => ({ value, declared: false, note });
  if (card['quantized_by'] !== undefined) return inferred('quantized', 'the card names who quantised it');
  if (/(^|[-_./])(gguf|awq|gptq|exl2|bnb|fp8|int4|int8|[48]bit)([-_./]|$)/i.test(child) || ['gguf', 'awq', 'gptq', 'exl2'].some((tag) => tags.has(tag))) return inferred('quantized', 'name or tags say so');
  if (tags.has('mergekit') || tags.has('merge') || parents > 1) return inferred('merge', parents > 1 ? 'it has several parents' : 'tags say so');
  if (card['library_name'] === 'peft' || tags.has('lora') || tags.has('adapter') || tags.has('qlora')) return inferred('adapter', 'library or tags say so');
  return inferred('finetune', 'a parent is named and nothing says otherwise');
}
