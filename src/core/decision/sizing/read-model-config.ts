import { configFields, type ConfigFields } from './config-fields.js';
import { configNames } from './config-names.js';
import { layerWindows } from './layer-windows.js';
import { familyOf, type Family } from './model-families.js';
import { readMixture } from './read-mixture.js';
import { type ModelShape } from './model-shape.js';
import { unstatedFields } from './unstated-fields.js';
import { unsupportedAttention } from './unsupported-attention.js';

/** What a `config.json` tells: its shape where the family is known, and why a number cannot be had where it is not. */
export interface ModelReading {
  readonly family: string;
  readonly shape: ModelShape | null;
  /** Why parameters cannot be counted from the configuration. */
  readonly uncounted: string | null;
  /** Why the formula of the key-value cache does not hold. */
  readonly uncached: string | null;
  /** Format that the configuration says the weights are in. */
  readonly weights: { readonly format: string; readonly bits?: number | undefined; readonly groupSize?: number | undefined } | null;
  /** One sentence per field that is there but wrong; with any, no number may be given. */
  readonly problems: readonly string[];
}

/** Reads a Hugging Face `config.json`, of which nothing is taken on trust: every field has a type and a bound. */
export function readModelConfig(config: unknown): ModelReading {
  if (typeof config !== 'object' || config === null || Array.isArray(config)) return unread('unknown', ['the configuration is no mapping; give the config.json of the model']);
  const problems: string[] = [];
  const outer = configFields(config as Readonly<Record<string, unknown>>, problems);
  const inner = outer.nested('text_config') ?? outer.nested('language_config') ?? outer.nested('llm_config');
  const fields = inner ?? outer;
  const family = fields.word('model_type') ?? outer.word('model_type') ?? 'unknown';
  const known = familyOf(family);
  const special = unsupportedAttention(fields);
  const gaps = known === undefined || special !== undefined ? [] : unstatedFields(family, fields);
  const gap = gaps.length === 0 ? undefined : `the configuration leaves ${gaps.join(', ')} to defaults of the library, which are not guessed`;
  const shape = known === undefined || special !== undefined || gap !== undefined ? null : readShape(family, known, fields, problems);
  const name = family === 'unknown' ? "a model whose configuration has no 'model_type'" : `'${family.slice(0, 60)}'`;
  const projected = fields.has('word_embed_proj_dim') && fields.count(['word_embed_proj_dim'], 'width') !== shape?.hiddenSize;
  const uncounted =
    gap ??
    (shape === null ? `the parameters of ${name} are not counted here` : null) ??
    (inner === undefined ? null : 'the configuration also describes parts other than text, which are not counted') ??
    (projected ? "'word_embed_proj_dim' differs from 'hidden_size', which is not counted here" : null);
  const uncached = special ?? gap ?? (known === undefined ? `the cache layout of ${name} is not known` : null);
  return { family, shape: problems.length > 0 ? null : shape, uncounted, uncached, weights: readWeights(fields, outer), problems };
}

function unread(family: string, problems: readonly string[]): ModelReading {
  return { family, shape: null, uncounted: 'the configuration cannot be read', uncached: 'the configuration cannot be read', weights: null, problems };
}

function readShape(family: string, known: Family, fields: ConfigFields, problems: string[]): ModelShape | null {
  const layers = fields.count(configNames.layers, 'layers');
  const hiddenSize = fields.count(configNames.hidden, 'width');
  const heads = fields.count(configNames.heads, 'heads');
  const vocabularySize = fields.count(configNames.vocabulary, 'vocabulary');
  if (layers === undefined || hiddenSize === undefined || heads === undefined || vocabularySize === undefined) return null;
  const keyValueHeads = readKeyValueHeads(heads, fields);
  const stated = fields.count(configNames.headDimension, 'width');
  if (stated === undefined && hiddenSize % heads !== 0) problems.push(`'hidden_size' ${hiddenSize} is no multiple of ${heads} attention heads; correct one, or write 'head_dim'`);
  if (heads % keyValueHeads !== 0) problems.push(`${keyValueHeads} key-value heads do not divide ${heads} attention heads; correct one`);
  const expansion = fields.count(['expansion_ratio'], 'width') ?? 4;
  const feedForwardWidth = fields.count(configNames.width, 'width') ?? expansion * hiddenSize;
  return {
    family,
    layers,
    hiddenSize,
    heads,
    keyValueHeads,
    headDimension: stated ?? Math.floor(hiddenSize / heads),
    feedForwardWidth,
    vocabularySize,
    maximumContext: fields.count(configNames.context, 'tokens') ?? null,
    tiedEmbeddings: fields.flag('tie_word_embeddings') ?? known.tiedByDefault,
    windows: layerWindows(family, layers, fields, problems),
    mixture: readMixture(family, layers, feedForwardWidth, fields, problems),
    traits: known.traits(fields),
  };
}

function readKeyValueHeads(heads: number, fields: ConfigFields): number {
  if (fields.flag('new_decoder_architecture') === true) return fields.count(configNames.keyValueHeads, 'heads') ?? heads;
  if (fields.flag('multi_query') === true) return 1;
  if (fields.flag('multi_query_attention') === false) return heads;
  return fields.count(configNames.keyValueHeads, 'heads') ?? fields.nested('attn_config')?.count(['kv_n_heads'], 'heads') ?? heads;
}

const formatOfMethod: ReadonlyMap<string, string> = new Map([
  ['awq', 'AWQ'],
  ['gptq', 'GPTQ'],
  ['fp8', 'FP8'],
  ['fbgemm_fp8', 'FP8'],
]);

function readWeights(fields: ConfigFields, outer: ConfigFields): ModelReading['weights'] {
  const quantised = outer.nested('quantization_config') ?? fields.nested('quantization_config');
  if (quantised === undefined) {
    const type = fields.word('torch_dtype') ?? fields.word('dtype') ?? outer.word('torch_dtype') ?? outer.word('dtype');
    return type === undefined ? null : { format: type };
  }
  const method = quantised.word('quant_method') ?? '';
  if (method === 'bitsandbytes') return quantised.flag('load_in_4bit') === true ? { format: 'NF4' } : quantised.flag('load_in_8bit') === true ? { format: 'INT8' } : null;
  const format = formatOfMethod.get(method);
  if (format === undefined) return null;
  const groupSize = quantised.count(['group_size', 'q_group_size'], 'width', -1);
  return { format, bits: quantised.count(['bits', 'w_bit'], 'width'), ...(groupSize !== undefined && groupSize > 0 ? { groupSize } : {}) };
}
