import { type ConfigFields } from './config-fields.js';
import { type FamilyTraits } from './model-shape.js';

/** A family of architectures by the `model_type` of its configuration. */
export interface Family {
  readonly tiedByDefault: boolean;
  readonly traits: (fields: ConfigFields) => FamilyTraits;
}

const plain: FamilyTraits = {
  gated: true,
  normsPerLayer: 2,
  normTerms: 1,
  embeddingNorm: false,
  finalNorm: true,
  queryKeyNorm: 'none',
  queryKeyValueBias: false,
  outputBias: false,
  feedForwardBias: false,
  headBias: false,
  positions: 0,
  sinks: false,
  activationTerms: 0,
};
const gptStyle: FamilyTraits = { ...plain, gated: false, normTerms: 2, queryKeyValueBias: true, outputBias: true, feedForwardBias: true };

const family = (traits: Partial<FamilyTraits> | ((fields: ConfigFields) => Partial<FamilyTraits>), tiedByDefault = false, base: FamilyTraits = plain): Family => ({
  tiedByDefault,
  traits: (fields) => ({ ...base, ...(typeof traits === 'function' ? traits(fields) : traits) }),
});

const llama = family((fields) => {
  const attentionBias = fields.flag('attention_bias') ?? fields.flag('bias') ?? false;
  return { queryKeyValueBias: attentionBias, outputBias: attentionBias, feedForwardBias: fields.flag('mlp_bias') ?? false };
});
const queryKeyValueBias = family({ queryKeyValueBias: true });
const headNorms = family((fields) => ({ queryKeyNorm: 'head', queryKeyValueBias: fields.flag('attention_bias') ?? false, outputBias: fields.flag('attention_bias') ?? false }));
const gemma3 = family({ normsPerLayer: 4, queryKeyNorm: 'head' }, true);
const falcon = family((fields) => {
  const isNew = fields.flag('new_decoder_architecture') ?? fields.word('model_type') === 'RefinedWeb';
  const bias = fields.flag('bias') ?? false;
  const one = (fields.flag('parallel_attn') ?? true) && (!isNew || fields.count(['num_ln_in_parallel_attn'], 'layers') === 1);
  return { normsPerLayer: one ? 1 : 2, queryKeyValueBias: bias, outputBias: bias, feedForwardBias: bias };
}, true, gptStyle);
const gpt2 = family((fields) => ({ positions: fields.count(['n_positions', 'max_position_embeddings'], 'tokens') ?? 0 }), true, gptStyle);
const cohere = family((fields) => ({ normsPerLayer: 1, queryKeyNorm: fields.flag('use_qk_norm') === true ? 'all-heads' : 'none', queryKeyValueBias: fields.flag('attention_bias') ?? false, outputBias: fields.flag('attention_bias') ?? false }), true);

/** Families whose parameters can be counted from the configuration. Others are unknown, never guessed. */
const families: ReadonlyMap<string, Family> = new Map<string, Family>([
  ...['llama', 'mistral', 'ministral', 'mixtral', 'yi', 'aquila', 'baichuan', 'internlm', 'internlm2', 'granite', 'granitemoe', 'exaone', 'xverse', 'smollm3', 'deepseek', 'phi3'].map((type) => [type, llama] as const),
  ...['qwen2', 'qwen2_moe'].map((type) => [type, queryKeyValueBias] as const),
  ...['qwen3', 'qwen3_moe', 'exaone4'].map((type) => [type, headNorms] as const),
  ['apertus', family({ gated: false, queryKeyNorm: 'head', activationTerms: 2 })],
  ['gemma', family({}, true)],
  ['gemma2', family({ normsPerLayer: 4 }, true)],
  ['gemma3_text', gemma3],
  ['phi', family({ normsPerLayer: 1, headBias: true }, false, gptStyle)],
  ...['falcon', 'RefinedWeb', 'RefinedWebModel'].map((type) => [type, falcon] as const),
  ['bloom', family({ embeddingNorm: true }, true, gptStyle)],
  ['gpt_neox', family({}, false, gptStyle)],
  ['gptj', family({ normsPerLayer: 1, queryKeyValueBias: false, outputBias: false, headBias: true }, false, gptStyle)],
  ...['gpt2', 'gpt_bigcode'].map((type) => [type, gpt2] as const),
  ['opt', family((fields) => ({ positions: (fields.count(['max_position_embeddings'], 'tokens') ?? 0) + 2 }), true, gptStyle)],
  ['mpt', family((fields) => (fields.flag('no_bias') === false ? {} : { normTerms: 1, queryKeyValueBias: false, outputBias: false, feedForwardBias: false }), true, gptStyle)],
  ['starcoder2', family((fields) => (fields.flag('use_bias') === false ? { queryKeyValueBias: false, outputBias: false, feedForwardBias: false } : {}), true, gptStyle)],
  ['stablelm', family((fields) => ({ normTerms: 2, normsPerLayer: fields.flag('use_parallel_residual') === true ? 1 : 2, queryKeyValueBias: fields.flag('use_qkv_bias') ?? false, queryKeyNorm: fields.flag('qk_layernorm') === true ? 'all-heads' : 'none' }))],
  ['nemotron', family({ gated: false, normTerms: 2 })],
  ...['cohere', 'cohere2'].map((type) => [type, cohere] as const),
  ['olmo', family({ normTerms: 0 })],
  ...['olmo2', 'olmo3', 'olmoe'].map((type) => [type, family({ queryKeyNorm: 'all-heads' })] as const),
  ['dbrx', family({})],
  ['chatglm', family((fields) => ({ queryKeyValueBias: fields.flag('add_qkv_bias') ?? false }))],
  ['glm', family((fields) => ({ queryKeyValueBias: fields.flag('attention_bias') ?? false }))],
  ['glm4', family((fields) => ({ normsPerLayer: 4, queryKeyValueBias: fields.flag('attention_bias') ?? false }))],
  ['glm4_moe', family((fields) => ({ queryKeyNorm: fields.flag('use_qk_norm') === true ? 'head' : 'none', queryKeyValueBias: fields.flag('attention_bias') ?? false }))],
  ['gpt_oss', family({ queryKeyValueBias: true, outputBias: true, sinks: true })],
]);

export function familyOf(modelType: string): Family | undefined {
  return families.get(modelType);
}
