import { buildSafetensors } from '../../../test/weights/build-safetensors.js';
import { readBytes } from '../../../test/weights/read-bytes.js';
import { readSafetensorsHeader } from './read-safetensors-header.js';
import { cpuTimeOf } from '../../../test/cpu-time-of.js';

const read = (bytes: Buffer) => readBytes(bytes, readSafetensorsHeader);
const refusal = (bytes: Buffer): string => {
  try {
    read(bytes);
  } catch (error) {
    return (error as { code: string }).code;
  }
  return 'accepted';
};
const tensor = (begin: number, end: number, shape = [(end - begin) / 2], dtype = 'F16') => ({ dtype, shape, data_offsets: [begin, end] });

describe('readSafetensorsHeader', () => {
  it('reads tensors, types, licence and base model', () => {
    const { header, tensorNames } = read(buildSafetensors({ __metadata__: { format: 'pt', license: 'mit', base_model: 'org/base' }, a: tensor(0, 8), b: tensor(8, 20, [3], 'F32') }, 20));
    expect(header).toMatchObject({ format: 'safetensors', tensors: 2, parameters: 7, quantisation: 'F16', licence: { id: 'mit' }, baseModels: [{ name: 'org/base' }] });
    expect(tensorNames).toEqual(['a', 'b']);
  });

  it('reads an empty file, a scalar, an empty tensor and sub-byte types', () => {
    expect(read(buildSafetensors({}, 0)).header.tensors).toBe(0);
    expect(read(buildSafetensors({ a: { dtype: 'F32', shape: [], data_offsets: [0, 4] }, z: { dtype: 'F32', shape: [0], data_offsets: [0, 0] } }, 4)).header.parameters).toBe(1);
    expect(read(buildSafetensors({ a: { dtype: 'F4', shape: [4], data_offsets: [0, 2] } }, 2)).header.tensorTypes[0]?.bytes).toBe(2);
  });

  it('keeps a long name of a tensor whole', () => {
    const name = 'layer.'.repeat(100);
    expect(read(buildSafetensors({ [name]: tensor(0, 4) }, 4)).tensorNames).toEqual([name]);
  });

  it.each<readonly [string, string, Buffer]>([
    ['a header beyond the file', 'truncated', Buffer.concat([Buffer.from([99, 0, 0, 0, 0, 0, 0, 0]), Buffer.from('{}')])],
    ['a header beyond the cap of the format', 'header-too-large', Buffer.concat([Buffer.from([0, 0, 0, 0, 1, 0, 0, 0]), Buffer.from('{}')])],
    ['no JSON', 'bad-json', buildSafetensors('{"a":', 0)],
    ['a list', 'bad-json', buildSafetensors('[]', 0)],
    ['text after the end', 'bad-json', buildSafetensors('{} {}', 0)],
    ['a tensor that stands twice', 'duplicate-key', buildSafetensors('{"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}}', 1)],
    ['a doubled key written as an escape', 'duplicate-key', buildSafetensors('{"a":{"dtype":"U8","dt\\u0079pe":"U8","shape":[1],"data_offsets":[0,1]}}', 1)],
    ['a key of JavaScript', 'bad-key', buildSafetensors('{"__proto__":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}}', 1)],
    ['deep nesting', 'too-deep', buildSafetensors(`{"a":${'['.repeat(100_000)}`, 0)],
    ['a dtype that does not exist', 'unknown-dtype', buildSafetensors({ a: tensor(0, 4, [4], 'Q4') }, 4)],
    ['a size that does not fit', 'size-mismatch', buildSafetensors({ a: tensor(0, 4, [3]) }, 4)],
    ['a negative offset', 'bad-offsets', buildSafetensors({ a: tensor(-4, 0, [2]) }, 0)],
    ['a shape of fractions', 'bad-shape', buildSafetensors({ a: tensor(0, 4, [0.5]) }, 4)],
    ['a shape that overflows', 'bad-shape', buildSafetensors({ a: tensor(0, 4, [2 ** 40, 2 ** 40]) }, 4)],
    ['tensors that overlap', 'overlap', buildSafetensors({ a: tensor(0, 4), b: tensor(2, 6) }, 6)],
    ['a hole', 'hole', buildSafetensors({ a: tensor(0, 4), b: tensor(6, 8) }, 8)],
    ['bytes after the last tensor', 'trailing-bytes', buildSafetensors({ a: tensor(0, 4) }, 6)],
    ['missing data', 'truncated', buildSafetensors({ a: tensor(0, 4) }, 3)],
    ['an unexpected field', 'bad-tensor', buildSafetensors({ a: { ...tensor(0, 4), extra: 1 } }, 4)],
    ['metadata that is no text', 'bad-metadata', buildSafetensors({ __metadata__: { format: 1 } }, 0)],
  ])('refuses %s', (_, code, bytes) => expect(refusal(bytes)).toBe(code));

  it('reads 100,000 tensors in less than a second of computing', () => {
    const header = Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`model.layers.${index}.weight`, tensor(index * 2, index * 2 + 2)]));
    const bytes = buildSafetensors(header, 200_000);
    const { answer, milliseconds } = cpuTimeOf(1_000, () => read(bytes));
    expect(answer.header.tensors).toBe(100_000);
    expect(milliseconds).toBeLessThan(1_000);
  });
});
