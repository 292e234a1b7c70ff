import { countParameters } from './count-parameters.js';
import { readModelConfig } from './read-model-config.js';

type Row = readonly [model: string, parameters: number, config: Readonly<Record<string, unknown>>];

const neox = (layers: number, hidden: number, heads: number, vocabulary: number) => ({ model_type: 'gpt_neox', num_hidden_layers: layers, hidden_size: hidden, num_attention_heads: heads, intermediate_size: 4 * hidden, vocab_size: vocabulary, max_position_embeddings: 2048, tie_word_embeddings: false });

/** Totals as the authors or the safetensors headers of the published weights give them. */
const rows: readonly Row[] = [
  ['pythia-70m', 70_426_624, neox(6, 512, 8, 50304)],
  ['pythia-1.4b', 1_414_647_808, neox(24, 2048, 16, 50304)],
  ['pythia-6.9b', 6_857_302_016, neox(32, 4096, 32, 50432)],
  ['pythia-12b', 11_846_072_320, neox(36, 5120, 40, 50688)],
  ['Qwen2.5-7B', 7_615_616_512, { model_type: 'qwen2', num_hidden_layers: 28, hidden_size: 3584, num_attention_heads: 28, num_key_value_heads: 4, intermediate_size: 18944, vocab_size: 152064, tie_word_embeddings: false }],
  ['Qwen3-8B', 8_190_735_360, { model_type: 'qwen3', num_hidden_layers: 36, hidden_size: 4096, num_attention_heads: 32, num_key_value_heads: 8, head_dim: 128, intermediate_size: 12288, vocab_size: 151936, tie_word_embeddings: false, attention_bias: false }],
  ['Qwen3-30B-A3B', 30_532_122_624, { model_type: 'qwen3_moe', num_hidden_layers: 48, hidden_size: 2048, num_attention_heads: 32, num_key_value_heads: 4, head_dim: 128, intermediate_size: 6144, moe_intermediate_size: 768, num_experts: 128, num_experts_per_tok: 8, decoder_sparse_step: 1, mlp_only_layers: [], vocab_size: 151936, tie_word_embeddings: false, attention_bias: false }],
  ['Qwen1.5-MoE-A2.7B', 14_315_784_192, { model_type: 'qwen2_moe', num_hidden_layers: 24, hidden_size: 2048, num_attention_heads: 16, num_key_value_heads: 16, intermediate_size: 5632, moe_intermediate_size: 1408, shared_expert_intermediate_size: 5632, num_experts: 60, num_experts_per_tok: 4, vocab_size: 151936, tie_word_embeddings: false }],
  ['gpt-oss-20b', 20_914_757_184, { model_type: 'gpt_oss', num_hidden_layers: 24, hidden_size: 2880, num_attention_heads: 64, num_key_value_heads: 8, head_dim: 64, intermediate_size: 2880, num_local_experts: 32, num_experts_per_tok: 4, vocab_size: 201088, tie_word_embeddings: false, sliding_window: 128, attention_bias: true }],
  ['gemma-2b', 2_506_172_416, { model_type: 'gemma', num_hidden_layers: 18, hidden_size: 2048, num_attention_heads: 8, num_key_value_heads: 1, head_dim: 256, intermediate_size: 16384, vocab_size: 256000 }],
  ['gemma-2-9b', 9_241_705_984, { model_type: 'gemma2', num_hidden_layers: 42, hidden_size: 3584, num_attention_heads: 16, num_key_value_heads: 8, head_dim: 256, intermediate_size: 14336, vocab_size: 256000, sliding_window: 4096 }],
  ['gemma-3-1b', 999_885_952, { model_type: 'gemma3_text', num_hidden_layers: 26, hidden_size: 1152, num_attention_heads: 4, num_key_value_heads: 1, head_dim: 256, intermediate_size: 6912, vocab_size: 262144, sliding_window: 512 }],
  ['phi-2', 2_779_683_840, { model_type: 'phi', num_hidden_layers: 32, hidden_size: 2560, num_attention_heads: 32, num_key_value_heads: 32, intermediate_size: 10240, vocab_size: 51200, qk_layernorm: false, tie_word_embeddings: false }],
  ['Phi-3-mini', 3_821_079_552, { model_type: 'phi3', num_hidden_layers: 32, hidden_size: 3072, num_attention_heads: 32, num_key_value_heads: 32, intermediate_size: 8192, vocab_size: 32064, attention_bias: false, tie_word_embeddings: false, sliding_window: 2047 }],
  ['falcon-7b', 6_921_720_704, { model_type: 'falcon', num_hidden_layers: 32, hidden_size: 4544, num_attention_heads: 71, multi_query: true, parallel_attn: true, new_decoder_architecture: false, bias: false, vocab_size: 65024 }],
  ['falcon-40b', 41_303_293_952, { model_type: 'RefinedWeb', n_layer: 60, hidden_size: 8192, n_head: 128, n_head_kv: 8, parallel_attn: true, bias: false, vocab_size: 65024 }],
  ['bloom', 176_247_271_424, { model_type: 'bloom', n_layer: 70, num_attention_heads: 112, n_embed: 14336, vocab_size: 250880 }],
  ['starcoder', 15_517_456_384, { model_type: 'gpt_bigcode', n_layer: 40, n_embd: 6144, n_head: 48, n_inner: 24576, n_positions: 8192, multi_query: true, vocab_size: 49152 }],
  ['starcoder2-3b', 3_030_371_328, { model_type: 'starcoder2', num_hidden_layers: 30, hidden_size: 3072, num_attention_heads: 24, num_key_value_heads: 2, intermediate_size: 12288, vocab_size: 49152, use_bias: true, sliding_window: 4096 }],
  ['gpt2', 124_439_808, { model_type: 'gpt2', n_layer: 12, n_embd: 768, n_head: 12, n_positions: 1024, n_ctx: 1024, n_inner: null, vocab_size: 50257 }],
  ['opt-125m', 125_239_296, { model_type: 'opt', num_hidden_layers: 12, hidden_size: 768, num_attention_heads: 12, ffn_dim: 3072, word_embed_proj_dim: 768, max_position_embeddings: 2048, vocab_size: 50272 }],
  ['mpt-7b', 6_649_286_656, { model_type: 'mpt', n_layers: 32, d_model: 4096, n_heads: 32, expansion_ratio: 4, max_seq_len: 2048, no_bias: true, vocab_size: 50432 }],
  ['gpt-j-6b', 6_050_882_784, { model_type: 'gptj', n_layer: 28, n_embd: 4096, n_head: 16, n_inner: null, n_positions: 2048, vocab_size: 50400, tie_word_embeddings: false }],
  ['stablelm-2-1_6b', 1_644_515_328, { model_type: 'stablelm', num_hidden_layers: 24, hidden_size: 2048, num_attention_heads: 32, num_key_value_heads: 32, intermediate_size: 5632, vocab_size: 100352, use_qkv_bias: true, tie_word_embeddings: false }],
  ['OLMo-7B', 6_888_095_744, { model_type: 'olmo', num_hidden_layers: 32, hidden_size: 4096, num_attention_heads: 32, intermediate_size: 11008, vocab_size: 50304, tie_word_embeddings: false }],
  ['OLMoE-1B-7B', 6_919_161_856, { model_type: 'olmoe', num_hidden_layers: 16, hidden_size: 2048, num_attention_heads: 16, num_key_value_heads: 16, intermediate_size: 1024, num_experts: 64, num_experts_per_tok: 8, vocab_size: 50304, tie_word_embeddings: false }],
  ['c4ai-command-r-v01', 34_980_831_232, { model_type: 'cohere', num_hidden_layers: 40, hidden_size: 8192, num_attention_heads: 64, num_key_value_heads: 64, intermediate_size: 22528, vocab_size: 256000, use_qk_norm: false }],
  ['dbrx-base', 131_596_523_520, { model_type: 'dbrx', n_layers: 40, d_model: 6144, n_heads: 48, attn_config: { kv_n_heads: 8 }, ffn_config: { ffn_hidden_size: 10752, moe_num_experts: 16, moe_top_k: 4 }, vocab_size: 100352, tie_word_embeddings: false }],
  ['deepseek-moe-16b', 16_375_728_128, { model_type: 'deepseek', num_hidden_layers: 28, hidden_size: 2048, num_attention_heads: 16, num_key_value_heads: 16, intermediate_size: 10944, moe_intermediate_size: 1408, n_routed_experts: 64, n_shared_experts: 2, num_experts_per_tok: 6, first_k_dense_replace: 1, moe_layer_freq: 1, vocab_size: 102400, tie_word_embeddings: false }],
  ['chatglm3-6b', 6_243_584_000, { model_type: 'chatglm', num_layers: 28, hidden_size: 4096, num_attention_heads: 32, kv_channels: 128, multi_query_attention: true, multi_query_group_num: 2, ffn_hidden_size: 13696, padded_vocab_size: 65024, add_qkv_bias: true }],
  ['Apertus-8B', 8_053_338_176, { model_type: 'apertus', num_hidden_layers: 32, hidden_size: 4096, num_attention_heads: 32, num_key_value_heads: 8, intermediate_size: 21504, vocab_size: 131072, tie_word_embeddings: false }],
  ['Llama-3.2-1B', 1_235_814_400, { model_type: 'llama', num_hidden_layers: 16, hidden_size: 2048, num_attention_heads: 32, num_key_value_heads: 8, head_dim: 64, intermediate_size: 8192, vocab_size: 128256, tie_word_embeddings: true }],
];

describe('countParameters', () => {
  it.each(rows)('%s has %d parameters', (_model, parameters, config) => {
    const { shape, problems } = readModelConfig(config);
    expect(problems).toEqual([]);
    expect(shape && countParameters(shape)?.total).toBe(parameters);
  });

  it('refuses a product beyond any model', () => {
    const { shape } = readModelConfig({ model_type: 'llama', num_hidden_layers: 100_000, hidden_size: 10_000_000, num_attention_heads: 1, vocab_size: 100_000_000 });
    expect(shape && countParameters(shape)).toBeNull();
  });
});
