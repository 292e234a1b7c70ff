/** Names that the families give to the same field of their configuration, the usual one first. */
export const configNames = {
  layers: ['num_hidden_layers', 'n_layer', 'n_layers', 'num_layers'],
  hidden: ['hidden_size', 'n_embd', 'd_model', 'n_embed'],
  heads: ['num_attention_heads', 'n_head', 'n_heads'],
  keyValueHeads: ['num_key_value_heads', 'num_kv_heads', 'n_head_kv', 'multi_query_group_num'],
  headDimension: ['head_dim', 'kv_channels'],
  width: ['intermediate_size', 'ffn_hidden_size', 'n_inner', 'ffn_dim'],
  vocabulary: ['vocab_size', 'padded_vocab_size'],
  context: ['max_position_embeddings', 'n_positions', 'seq_length', 'max_seq_len', 'n_ctx'],
  experts: ['num_local_experts', 'num_experts', 'n_routed_experts', 'moe_num_experts'],
  expertsPerToken: ['num_experts_per_tok', 'num_experts_per_token', 'experts_per_token', 'moe_top_k', 'moe_topk'],
} as const;
