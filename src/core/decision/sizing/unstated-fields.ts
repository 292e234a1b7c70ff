import { type ConfigFields } from './config-fields.js';
import { configNames } from './config-names.js';

const everywhere = ['layers', 'hidden', 'heads', 'vocabulary'] as const;
const withWidthOfFour = new Set(['falcon', 'RefinedWeb', 'RefinedWebModel', 'bloom', 'gpt2', 'gpt_bigcode', 'gptj', 'mpt']);
const withGroupedHeads = new Set(['mistral', 'ministral', 'mixtral', 'qwen2', 'qwen2_moe', 'qwen3', 'qwen3_moe', 'gemma', 'gemma2', 'gemma3_text', 'starcoder2', 'gpt_oss', 'cohere2', 'glm', 'glm4', 'glm4_moe', 'exaone4', 'smollm3']);
const withOwnHeadDimension = new Set(['gemma', 'gemma2', 'gemma3_text', 'qwen3', 'qwen3_moe', 'gpt_oss', 'glm', 'glm4', 'glm4_moe']);
const withExperts = new Set(['mixtral', 'granitemoe', 'gpt_oss', 'olmoe', 'qwen2_moe', 'qwen3_moe', 'dbrx', 'deepseek', 'glm4_moe']);
const withOwnExpertWidth = new Set(['qwen2_moe', 'qwen3_moe', 'deepseek', 'glm4_moe']);
const withPositions = new Set(['gpt2', 'gpt_bigcode', 'opt']);
const withMultiQuery = new Set(['falcon', 'gpt_bigcode']);

/**
 * Fields that a configuration leaves to the defaults of the library that loads it. The defaults differ by family and version and are
 * not the values that one would guess (eight key-value heads, eight experts), so they are named instead of assumed.
 */
export function unstatedFields(family: string, fields: ConfigFields): readonly string[] {
  const lacks = (names: readonly string[], home: ConfigFields = fields): readonly string[] => (names.some((name) => home.has(name)) ? [] : names.slice(0, 1));
  const when = (concerned: ReadonlySet<string>, found: () => readonly string[]): readonly string[] => (concerned.has(family) ? found() : []);
  const experts = fields.nested('ffn_config') ?? fields;
  return [
    ...everywhere.flatMap((name) => lacks(configNames[name])),
    ...(withWidthOfFour.has(family) || family === 'dbrx' ? [] : lacks(configNames.width)),
    ...when(withGroupedHeads, () => lacks(configNames.keyValueHeads)),
    ...when(withOwnHeadDimension, () => lacks(configNames.headDimension)),
    ...when(withExperts, () => lacks(configNames.experts, experts)),
    ...when(withOwnExpertWidth, () => lacks(['moe_intermediate_size'])),
    ...when(withPositions, () => lacks(configNames.context)),
    ...when(withMultiQuery, () => (fields.flag('new_decoder_architecture') === true ? [] : lacks(['multi_query']))),
  ];
}
