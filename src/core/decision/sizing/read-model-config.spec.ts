import fc from 'fast-check';
import { countParameters } from './count-parameters.js';
import { keyValueBytes } from './key-value-cache.js';
import { readModelConfig } from './read-model-config.js';

const llama = { model_type: 'llama', num_hidden_layers: 32, hidden_size: 4096, num_attention_heads: 32, num_key_value_heads: 8, intermediate_size: 14336, vocab_size: 128256, tie_word_embeddings: false };
const windowsOf = (config: object) => readModelConfig(config).shape?.windows;

describe('readModelConfig', () => {
  it.each([
    [{ ...llama, model_type: 'mistral', sliding_window: 4096 }, [{ layers: 32, window: 4096 }]],
    [{ ...llama, model_type: 'mistral', sliding_window: null }, [{ layers: 32, window: null }]],
    [{ ...llama, sliding_window: 4096 }, [{ layers: 32, window: null }]],
    [{ ...llama, model_type: 'qwen2', sliding_window: 4096, use_sliding_window: false, max_window_layers: 28 }, [{ layers: 32, window: null }]],
    [{ ...llama, model_type: 'qwen2', sliding_window: 4096, use_sliding_window: true, max_window_layers: 28 }, [{ layers: 28, window: null }, { layers: 4, window: 4096 }]],
    [{ ...llama, model_type: 'gemma2', head_dim: 128, sliding_window: 4096 }, [{ layers: 16, window: null }, { layers: 16, window: 4096 }]],
    [{ ...llama, model_type: 'gemma3_text', head_dim: 128, num_hidden_layers: 26, sliding_window: 512 }, [{ layers: 4, window: null }, { layers: 22, window: 512 }]],
    [{ ...llama, num_hidden_layers: 2, layer_types: ['full_attention', 'sliding_attention'], sliding_window: 128 }, [{ layers: 1, window: null }, { layers: 1, window: 128 }]],
  ])('reads the windows of %j', (config, windows) => {
    expect(windowsOf(config)).toEqual(windows);
  });

  it('stops growing the cache at the window', () => {
    const { shape } = readModelConfig({ ...llama, model_type: 'mistral', sliding_window: 4096 });
    if (shape === null) throw new Error('no shape');
    expect(keyValueBytes(shape, 4096, 16)).toBe(4096 * 131072);
    expect(keyValueBytes(shape, 100_000, 16)).toBe(4096 * 131072);
  });

  it.each([
    [{ model_type: 'deepseek_v3' }, 'multi-head latent attention'],
    [{ model_type: 'my_model', kv_lora_rank: 512 }, 'multi-head latent attention'],
    [{ model_type: 'mamba' }, "'mamba' mixes attention with recurrent"],
    [{ model_type: 'jamba', attn_layer_period: 8 }, "'jamba' mixes attention"],
    [{ ...llama, hybrid_override_pattern: 'M-M*' }, "'hybrid_override_pattern' says"],
    [{ ...llama, layer_types: ['linear_attention', 'full_attention'] }, "of type 'linear_attention'"],
    [{ ...llama, attention_chunk_size: 8192 }, 'attention in chunks'],
    [{ ...llama, num_kv_shared_layers: 10 }, 'layers share one cache'],
    [{ ...llama, model_type: 'brand_new' }, "the cache layout of 'brand_new' is not known"],
  ])("needs the engine's log for %j", (config, reason) => {
    expect(readModelConfig(config).uncached).toContain(reason);
  });

  it('reads the text part of a multimodal configuration, but does not count the rest', () => {
    const reading = readModelConfig({ model_type: 'llava', vision_config: { hidden_size: 1024 }, text_config: llama });
    expect(reading).toMatchObject({ family: 'llama', uncached: null, uncounted: expect.stringContaining('parts other than text') });
    expect(reading.shape?.layers).toBe(32);
  });

  it.each([
    [{ quantization_config: { quant_method: 'awq', bits: 4, group_size: 128 } }, { format: 'AWQ', bits: 4, groupSize: 128 }],
    [{ quantization_config: { quant_method: 'gptq', bits: 8, group_size: -1 } }, { format: 'GPTQ', bits: 8 }],
    [{ quantization_config: { quant_method: 'fp8' } }, { format: 'FP8' }],
    [{ quantization_config: { quant_method: 'bitsandbytes', load_in_4bit: true } }, { format: 'NF4' }],
    [{ quantization_config: { quant_method: 'mxfp4' } }, null],
    [{ torch_dtype: 'bfloat16' }, { format: 'bfloat16' }],
  ])('reads the weight format of %j', (quantised, weights) => {
    expect(readModelConfig({ ...llama, ...quantised }).weights).toEqual(weights);
  });

  it.each([
    [{ ...llama, num_hidden_layers: -1 }, "'num_hidden_layers' is -1; write a whole number from 1 to 100000"],
    [{ ...llama, num_hidden_layers: 1e300 }, "'num_hidden_layers' is 1e+300; write"],
    [{ ...llama, num_hidden_layers: 32.5 }, "'num_hidden_layers' is 32.5; write"],
    [{ ...llama, hidden_size: '4096' }, '\'hidden_size\' is the text "4096"; write a whole number'],
    [{ ...llama, num_attention_heads: [32] }, "'num_attention_heads' is a list; write"],
    [{ ...llama, num_key_value_heads: {} }, "'num_key_value_heads' is a mapping; write"],
    [{ ...llama, num_key_value_heads: 7 }, '7 key-value heads do not divide 32 attention heads'],
    [{ ...llama, num_key_value_heads: 64 }, '64 key-value heads do not divide 32 attention heads'],
    [{ ...llama, hidden_size: 4097 }, "'hidden_size' 4097 is no multiple of 32 attention heads"],
    [{ ...llama, tie_word_embeddings: 'no' }, '\'tie_word_embeddings\' is the text "no"; write true or false'],
    [{ ...llama, model_type: 7 }, "'model_type' is 7; write a word"],
    [{ ...llama, model_type: 'mixtral', num_local_experts: 8, num_experts_per_tok: null }, "'num_experts_per_tok' is missing"],
    [{ ...llama, model_type: 'mixtral', num_local_experts: 8, num_experts_per_tok: 9 }, '9 experts per token are more than the 8'],
    [{ ...llama, layer_types: ['full_attention'] }, "'layer_types' lists 1 layers where there are 32"],
    [[], 'the configuration is no mapping'],
    [null, 'the configuration is no mapping'],
    ['llama', 'the configuration is no mapping'],
  ])('gives no number for %j', (config, problem) => {
    const reading = readModelConfig(config);
    expect(reading.shape).toBeNull();
    expect(reading.problems.join('\n')).toContain(problem);
  });

  it.each([
    [{ ...llama, vocab_size: undefined }, 'leaves vocab_size to defaults of the library'],
    [{ ...llama, model_type: 'mixtral' }, 'leaves num_local_experts to'],
    [{ ...llama, model_type: 'mistral', num_key_value_heads: null }, 'leaves num_key_value_heads to'],
    [{ ...llama, model_type: 'qwen3_moe', num_experts: 128, num_experts_per_tok: 8 }, 'leaves head_dim, moe_intermediate_size to'],
    [{ ...llama, model_type: 'falcon' }, 'leaves multi_query to'],
    [JSON.parse('{"__proto__": {"num_hidden_layers": 32}, "model_type": "llama"}'), 'leaves num_hidden_layers, hidden_size'],
    [{}, "a model whose configuration has no 'model_type'"],
    [{ d_model: 768, n_layer: 24, ssm_cfg: {} }, "a model whose configuration has no 'model_type'"],
  ])('guesses nothing that %j leaves open', (config, reason) => {
    const reading = readModelConfig(config);
    expect(reading).toMatchObject({ shape: null, uncounted: expect.stringContaining(reason), problems: [] });
    expect(reading.uncached).not.toBeNull();
  });

  it('never throws and never counts a number that is not finite, whatever it is given', () => {
    const field = fc.constantFrom(...Object.keys(llama), 'head_dim', 'sliding_window', 'layer_types', 'num_local_experts', 'num_experts_per_tok', 'quantization_config', 'text_config', 'constructor', 'toString');
    const type = fc.constantFrom('llama', 'mixtral', 'falcon', 'bloom', 'gemma2', 'qwen2', 'deepseek_v3', 'constructor', '__proto__');
    fc.assert(
      fc.property(fc.dictionary(field, fc.oneof(fc.anything(), fc.integer(), fc.double())), type, fc.boolean(), (fields, model_type, whole) => {
        const reading = readModelConfig({ ...(whole ? llama : {}), ...fields, model_type });
        if (reading.shape === null) return;
        const count = countParameters(reading.shape);
        expect(count === null || (Number.isSafeInteger(count.total) && count.total > 0 && count.active <= count.total)).toBe(true);
        expect(keyValueBytes(reading.shape, 1000, 16)).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });
});
