export type GgufValue = string | number | boolean | { readonly array: readonly string[] } | { readonly raw: Buffer; readonly type: number };

export interface GgufTensorSpec {
  readonly name: string;
  readonly shape: readonly number[];
  readonly type: number;
  readonly offset: number;
}

const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};
const u64 = (value: number | bigint): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
};
const text = (value: string): Buffer => Buffer.concat([u64(Buffer.byteLength(value)), Buffer.from(value)]);

function valueBytes(value: GgufValue): Buffer {
  if (typeof value === 'string') return Buffer.concat([u32(8), text(value)]);
  if (typeof value === 'boolean') return Buffer.concat([u32(7), Buffer.from([value ? 1 : 0])]);
  if (typeof value === 'number') return Buffer.concat([u32(4), u32(value)]);
  if ('array' in value) return Buffer.concat([u32(9), u32(8), u64(value.array.length), ...value.array.map(text)]);
  return Buffer.concat([u32(value.type), value.raw]);
}

export interface GgufSpec {
  readonly version?: number;
  readonly metadata?: readonly (readonly [string, GgufValue])[];
  readonly tensors?: readonly GgufTensorSpec[];
  readonly kvCount?: number | bigint;
  readonly tensorCount?: number | bigint;
  readonly dataBytes?: number;
  readonly alignment?: number;
}

/** Bytes of a GGUF file, right unless the spec says otherwise. */
export function buildGguf({ version = 3, metadata = [], tensors = [], kvCount, tensorCount, dataBytes = 0, alignment = 32 }: GgufSpec): Buffer {
  const header = Buffer.concat([
    Buffer.from('GGUF'),
    u32(version),
    u64(tensorCount ?? tensors.length),
    u64(kvCount ?? metadata.length),
    ...metadata.flatMap(([key, value]) => [text(key), valueBytes(value)]),
    ...tensors.flatMap(({ name, shape, type, offset }) => [text(name), u32(shape.length), ...shape.map(u64), u32(type), u64(offset)]),
  ]);
  if (tensors.length === 0) return header;
  const padding = Math.ceil(header.length / alignment) * alignment - header.length;
  return Buffer.concat([header, Buffer.alloc(padding), Buffer.alloc(dataBytes, 7)]);
}
