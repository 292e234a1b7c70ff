export interface ArchitectureField {
  /** Where it stands in the model. */
  readonly pointer: string;
  /** Names that config files use for it, the usual one first. */
  readonly keys: readonly string[];
  readonly accepts: (value: unknown) => boolean;
  readonly expected: string;
  /** Object that holds it, where it is not at the top: the first of these that is there. */
  readonly group?: readonly string[];
  /** A switch beside it that, when false, takes it out of use. */
  readonly switch?: string;
}

const isCount = (value: unknown): boolean => Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 1_000_000_000;
const isName = (value: unknown): boolean => typeof value === 'string' && value.length > 0 && value.length <= 100;
const isFlag = (value: unknown): boolean => typeof value === 'boolean';
const isBits = (value: unknown): boolean => typeof value === 'number' && value > 0 && value <= 64;

const language = ['text_config', 'llm_config', 'language_config'] as const;
const count = (pointer: string, keys: readonly string[]): ArchitectureField => ({ pointer: `/architecture/${pointer}`, keys, accepts: isCount, expected: 'a whole number, zero or more', group: language });

/** How the names that transformers configurations use map to the model's architecture. A multimodal model keeps its language part in a group. */
export const architectureFields: readonly ArchitectureField[] = [
  { pointer: '/architecture/type', keys: ['model_type'], accepts: isName, expected: 'a short name' },
  count('layers', ['num_hidden_layers', 'n_layer', 'num_layers', 'n_layers']),
  count('attentionHeads', ['num_attention_heads', 'n_head', 'n_heads']),
  count('keyValueHeads', ['num_key_value_heads', 'num_kv_heads', 'n_head_kv']),
  count('headDimension', ['head_dim']),
  count('hiddenSize', ['hidden_size', 'n_embd', 'd_model']),
  count('intermediateSize', ['intermediate_size', 'n_inner', 'ffn_hidden_size']),
  count('vocabularySize', ['vocab_size']),
  count('experts', ['num_local_experts', 'num_experts', 'n_routed_experts']),
  count('expertsPerToken', ['num_experts_per_tok']),
  { ...count('slidingWindow', ['sliding_window']), switch: 'use_sliding_window' },
  { pointer: '/architecture/tiedEmbeddings', keys: ['tie_word_embeddings'], accepts: isFlag, expected: 'true or false' },
  { pointer: '/architecture/dataType', keys: ['torch_dtype', 'dtype'], accepts: isName, expected: 'a data type, such as bfloat16' },
  { pointer: '/architecture/quantisationMethod', keys: ['quant_method'], accepts: isName, expected: 'a method, such as awq', group: ['quantization_config'] },
  { pointer: '/architecture/quantisationBits', keys: ['bits', 'w_bit'], accepts: isBits, expected: 'bits per weight, over 0', group: ['quantization_config'] },
  { pointer: '/contextWindow', keys: ['max_position_embeddings', 'n_positions', 'seq_length', 'max_seq_len'], accepts: (value) => isCount(value) && (value as number) > 0, expected: 'a whole number over 0', group: language },
];
