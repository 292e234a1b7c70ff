import { buildGguf, type GgufValue } from '../../../test/weights/build-gguf.js';
import { readBytes } from '../../../test/weights/read-bytes.js';
import { readGgufHeader } from './read-gguf-header.js';

const read = (bytes: Buffer) => readBytes(bytes, readGgufHeader);
const architecture = ['general.architecture', 'llama'] as const;
const refusal = (bytes: Buffer): string => {
  try {
    read(bytes);
  } catch (error) {
    return (error as { code: string }).code;
  }
  return 'accepted';
};

describe('readGgufHeader', () => {
  it('reads licence, base models, tensor types, quantisation and parameters', () => {
    const metadata: (readonly [string, GgufValue])[] = [
      architecture,
      ['general.name', 'Example'],
      ['general.license', 'apache-2.0'],
      ['general.license.link', 'https://example.org/licence'],
      ['general.file_type', 15],
      ['general.base_model.count', 1],
      ['general.base_model.0.name', 'Base'],
      ['general.base_model.0.repo_url', 'https://huggingface.co/org/base'],
      ['tokenizer.ggml.tokens', { array: ['a', 'b'] }],
    ];
    const tensors = [
      { name: 'output_norm.weight', shape: [256], type: 0, offset: 0 },
      { name: 'token_embd.weight', shape: [256, 8], type: 12, offset: 1_024 },
    ];
    const { header, problems } = read(buildGguf({ metadata, tensors, dataBytes: 1_024 + 8 * 144 }));
    expect(problems).toEqual([]);
    expect(header).toMatchObject({
      format: 'gguf',
      version: 3,
      architecture: 'llama',
      licence: { id: 'apache-2.0', link: 'https://example.org/licence' },
      baseModels: [{ name: 'Base', url: 'https://huggingface.co/org/base' }],
      tensors: 2,
      parameters: 256 + 2_048,
      quantisation: 'Q4_K_M',
    });
    expect(header.tensorTypes.map(({ type, parameters }) => [type, parameters])).toEqual([['Q4_K', 2_048], ['F32', 256]]);
  });

  it('shows a file type that the tensors contradict', () => {
    const bytes = buildGguf({ metadata: [architecture, ['general.file_type', 1]], tensors: [{ name: 'a', shape: [32], type: 8, offset: 0 }], dataBytes: 34 });
    expect(read(bytes).problems.map(({ code }) => code)).toEqual(['quantisation-mismatch']);
    expect(read(bytes).header.quantisation).toBe('Q8_0');
  });

  it('shows a base model count that does not fit', () => {
    const bytes = buildGguf({ metadata: [architecture, ['general.base_model.count', 2], ['general.base_model.0.name', 'Base']] });
    expect(read(bytes).problems.map(({ code }) => code)).toEqual(['count-mismatch']);
  });

  const one = { name: 'a', shape: [8], type: 0, offset: 0 };
  it.each<readonly [string, string, Buffer]>([
    ['another magic', 'wrong-magic', Buffer.from('GGML\x03\0\0\0')],
    ['version 1', 'unsupported-version', buildGguf({ version: 1 })],
    ['a key that stands twice', 'duplicate-key', buildGguf({ metadata: [['general.license', 'apache-2.0'], ['general.license', 'llama2']] })],
    ['a scalar and an array under one key', 'duplicate-key', buildGguf({ metadata: [['general.tags', { array: ['a'] }], ['general.tags', 'a']] })],
    ['a key of JavaScript', 'bad-key', buildGguf({ metadata: [['__proto__', 'x']] })],
    ['a key with a space', 'bad-key', buildGguf({ metadata: [['general name', 'x']] })],
    ['more keys announced than stand there', 'truncated', buildGguf({ metadata: [architecture], kvCount: 2 })],
    ['a huge number of keys', 'count-too-large', buildGguf({ metadata: [architecture], kvCount: 1_000_000_000 })],
    ['a number of keys beyond any file', 'number-too-large', buildGguf({ kvCount: 1n << 60n })],
    ['a huge number of tensors', 'count-too-large', buildGguf({ tensorCount: 1_000_000_000 })],
    ['a text that is no UTF-8', 'not-utf-8', buildGguf({ metadata: [['general.name', { type: 8, raw: Buffer.from([1, 0, 0, 0, 0, 0, 0, 0, 0xff]) }]] })],
    ['a truth value of 2', 'bad-boolean', buildGguf({ metadata: [['general.flag', { type: 7, raw: Buffer.from([2]) }]] })],
    ['an unknown value type', 'bad-type', buildGguf({ metadata: [['general.flag', { type: 13, raw: Buffer.from([2]) }]] })],
    ['arrays nested too deep', 'too-deep', buildGguf({ metadata: [['general.deep', { type: 9, raw: Buffer.concat(Array.from({ length: 8 }, () => Buffer.from([9, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0]))) }]] })],
    ['an alignment that is no power of two', 'bad-alignment', buildGguf({ metadata: [['general.alignment', 24]] })],
    ['a tensor type that does not exist', 'unknown-tensor-type', buildGguf({ tensors: [{ ...one, type: 99 }], dataBytes: 32 })],
    ['a tensor that stands twice', 'duplicate-tensor', buildGguf({ tensors: [one, { ...one, offset: 32 }], dataBytes: 64 })],
    ['a tensor beyond the end', 'truncated', buildGguf({ tensors: [one], dataBytes: 31 })],
    ['a tensor far beyond the end', 'truncated', buildGguf({ tensors: [{ ...one, offset: 1 << 30 }], dataBytes: 32 })],
    ['a tensor off its alignment', 'misaligned', buildGguf({ tensors: [{ ...one, offset: 4 }], dataBytes: 64 })],
    ['tensors that overlap', 'overlap', buildGguf({ tensors: [one, { ...one, name: 'b' }], dataBytes: 64 })],
    ['bytes that belong to no tensor', 'hole', buildGguf({ tensors: [{ ...one, offset: 64 }], dataBytes: 96 })],
    ['a row that is no whole block', 'bad-shape', buildGguf({ tensors: [{ ...one, shape: [33], type: 8 }], dataBytes: 64 })],
    ['a shape that overflows', 'bad-shape', buildGguf({ tensors: [{ ...one, shape: [2 ** 31, 2 ** 31] }], dataBytes: 64 })],
    ['five dimensions', 'bad-shape', buildGguf({ tensors: [{ ...one, shape: [1, 1, 1, 1, 1] }], dataBytes: 64 })],
  ])('refuses %s', (_, code, bytes) => expect(refusal(bytes)).toBe(code));

  it('refuses every shorter beginning of a right file', () => {
    const bytes = buildGguf({ metadata: [architecture, ['general.license', 'mit']], tensors: [one], dataBytes: 32 });
    for (let length = 0; length < bytes.length; length += 1) expect([length, refusal(bytes.subarray(0, length))]).not.toEqual([length, 'accepted']);
    expect(refusal(bytes)).toBe('accepted');
  });
});
