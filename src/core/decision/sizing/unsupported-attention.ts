import { type ConfigFields } from './config-fields.js';

const recurrentTypes = /^(mamba|mamba2|falcon_mamba|falcon_h1|jamba|zamba|zamba2|bamba|rwkv|rwkv\d+|recurrent_gemma|granitemoehybrid|granite_hybrid|qwen3_next|qwen3_5|qwen3_5_moe|minimax|minimax_text_01|nemotron_h|kimi_linear|lfm2|lfm2_moe|plamo2|hymba|retnet|xlstm|gated_deltanet|bailing_moe_linear|olmo_hybrid)$/i;
const latentTypes = /^(deepseek_v2|deepseek_v3|deepseek_v32|deepseek_vl_v2|kimi_k2|minicpm3|glm_moe_dsa|longcat_flash|pangu_ultra_moe)$/i;
const recurrentFields = ['ssm_cfg', 'ssm_state_size', 'state_size', 'mamba_d_state', 'mamba_expand', 'mamba_d_conv', 'attn_layer_period', 'attn_layer_indices', 'hybrid_override_pattern', 'layers_block_type', 'block_types', 'linear_attn_config', 'linear_num_key_heads', 'attn_type_list', 'full_attention_interval', 'conv_L_cache'];
const ordinaryLayers = new Set(['full_attention', 'sliding_attention', 'attention']);

/** Why `2 * layers * heads * dimension * bytes` does not give the key-value cache of this model; undefined where it does. */
export function unsupportedAttention(fields: ConfigFields): string | undefined {
  const type = fields.word('model_type') ?? '';
  if (latentTypes.test(type) || fields.has('kv_lora_rank')) return 'multi-head latent attention keeps a compressed cache';
  const recurrent = recurrentFields.find((name) => fields.has(name));
  if (recurrentTypes.test(type)) return `'${type}' mixes attention with recurrent or linear layers`;
  if (recurrent !== undefined) return `'${recurrent}' says that some layers are recurrent or linear`;
  const odd = fields.words('layer_types')?.find((layer) => !ordinaryLayers.has(layer));
  if (odd !== undefined) return `some layers are of type '${odd.slice(0, 60)}'`;
  if (fields.has('attention_chunk_size')) return 'attention in chunks caches only its chunk in some layers';
  if (fields.flag('use_cla') === true || (fields.count(['num_kv_shared_layers'], 'layers', 0) ?? 0) > 0) return 'layers share one cache';
  return undefined;
}
