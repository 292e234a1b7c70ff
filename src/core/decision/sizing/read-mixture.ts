import { type ConfigFields } from './config-fields.js';
import { configNames } from './config-names.js';
import { type Mixture } from './model-shape.js';

/** The experts of a configuration, or null where every layer is dense. Adds to `problems` what contradicts itself. */
export function readMixture(family: string, layers: number, feedForwardWidth: number, fields: ConfigFields, problems: string[]): Mixture | null {
  const home = fields.nested('ffn_config') ?? fields;
  const experts = home.count(configNames.experts, 'experts', 0);
  if (experts === undefined || experts <= 1) return null;
  const perToken = home.count(configNames.expertsPerToken, 'experts');
  if (perToken === undefined) {
    problems.push(`there are ${experts} experts, but 'num_experts_per_tok' is missing; write how many run for each token`);
    return null;
  }
  if (perToken > experts) problems.push(`${perToken} experts per token are more than the ${experts} there are; correct one`);
  const expertWidth = home.count(['moe_intermediate_size', 'expert_ffn_hidden_size', 'ffn_hidden_size'], 'width') ?? feedForwardWidth;
  const shared = fields.count(['n_shared_experts', 'num_shared_experts'], 'experts', 0);
  const sharedWidth = fields.count(['shared_expert_intermediate_size', 'shared_intermediate_size'], 'width', 0) ?? (shared ?? 0) * expertWidth;
  return {
    layers: mixtureLayers(layers, fields),
    experts,
    perToken,
    expertWidth,
    sharedWidth,
    sharedGate: family === 'qwen2_moe',
    routerBias: family === 'gpt_oss' || family === 'glm4_moe',
    expertBias: family === 'gpt_oss',
  };
}

/** Layers with experts: all but the first dense ones, or every n-th, less those listed as dense. */
function mixtureLayers(layers: number, fields: ConfigFields): number {
  const dense = fields.count(['first_k_dense_replace'], 'layers', 0) ?? 0;
  const step = fields.count(['decoder_sparse_step', 'moe_layer_freq'], 'layers') ?? 1;
  return Math.max(0, Math.floor(Math.max(0, layers - dense) / step) - (fields.length('mlp_only_layers') ?? 0));
}
