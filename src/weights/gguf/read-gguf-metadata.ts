import { forbiddenKey } from '../forbidden-key.js';
import { MalformedFile } from '../malformed-file.js';
import { readableText } from '../../core/inventory/readable-text.js';
import { type ByteWindow } from '../byte-window.js';

export type GgufScalar = string | number | boolean;

/** Metadata of a GGUF file. Arrays, which hold vocabularies, are checked and passed over. */
export type GgufMetadata = ReadonlyMap<string, GgufScalar>;

interface Reading {
  readonly window: ByteWindow;
  /** Array elements still allowed in the whole header. */
  elementsLeft: number;
  /** Bytes of text still allowed in memory. */
  textLeft: number;
}

const limits = { keys: 65_536, keyBytes: 65_535, textBytes: 32 * 1024 * 1024, elements: 12_000_000, depth: 4 };
const keyGrammar = /^[a-z0-9][a-z0-9_-]*(\.[A-Za-z0-9][A-Za-z0-9_-]*)*$/;
const utf8 = new TextDecoder('utf-8', { fatal: true });
const valueSizes: readonly number[] = [1, 1, 2, 2, 4, 4, 4, 1, 0, 0, 8, 8, 8];
const booleanType = 7;
const stringType = 8;
const arrayType = 9;

/** Reads exactly `count` key–value pairs: keys by the grammar of the specification, each once; values inside the caps. */
export function readGgufMetadata(window: ByteWindow, count: number): GgufMetadata {
  const smallestPair = 13;
  if (count > limits.keys) throw new MalformedFile('count-too-large', `${count} metadata keys are announced, more than the ${limits.keys} that any model needs; the header is not to be trusted`);
  if (count * smallestPair > window.remaining()) throw new MalformedFile('count-too-large', `${count} metadata keys are announced, more than ${window.remaining()} remaining bytes can hold; the file is cut or forged`);
  const reading: Reading = { window, elementsLeft: limits.elements, textLeft: limits.textBytes };
  const scalars = new Map<string, GgufScalar>();
  const arrays = new Set<string>();
  for (let index = 0; index < count; index += 1) {
    const key = readKey(window);
    if (scalars.has(key) || arrays.has(key)) throw new MalformedFile('duplicate-key', `the key ${key} stands twice in the header, so readers disagree on its value; have the file written again with one`);
    const type = window.u32();
    if (type === arrayType) {
      arrays.add(key);
      passArray(reading, key, 1);
    } else scalars.set(key, readScalar(reading, type, key));
  }
  return scalars;
}

function readKey(window: ByteWindow): string {
  const at = window.position();
  const length = window.u64();
  if (length === 0 || length > limits.keyBytes) throw new MalformedFile('bad-key', `the key at byte ${at} has ${length} bytes; 1 to ${limits.keyBytes} are allowed`);
  const key = window.bytes(length).toString('latin1');
  if (forbiddenKey(key)) throw new MalformedFile('bad-key', `the key ${key} at byte ${at} is the name of an internal of JavaScript; no converter writes it, so the header is forged`);
  if (!keyGrammar.test(key)) throw new MalformedFile('bad-key', `the key "${readableText(key)}" at byte ${at} breaks the grammar of GGUF keys; lower-case words joined by dots are allowed`);
  return key;
}

function readText(reading: Reading, key: string): string {
  const { window } = reading;
  const length = window.u64();
  if (length > window.remaining()) throw new MalformedFile('truncated', `the text of ${key} announces ${length} bytes where ${window.remaining()} remain; the file is cut or forged`);
  reading.textLeft -= length;
  if (reading.textLeft < 0) throw new MalformedFile('text-too-long', `the texts up to ${key} hold more than ${limits.textBytes} bytes; the header is not to be trusted`);
  try {
    return utf8.decode(window.bytes(length));
  } catch (error) {
    if (error instanceof MalformedFile) throw error;
    throw new MalformedFile('not-utf-8', `the text of ${key} is not UTF-8; have the file written again`);
  }
}

function readScalar(reading: Reading, type: number, key: string): GgufScalar {
  const { window } = reading;
  switch (type) {
    case 0: return window.u8();
    case 1: return (window.u8() << 24) >> 24;
    case 2: return window.u16();
    case 3: return (window.u16() << 16) >> 16;
    case 4: return window.u32();
    case 5: return window.u32() | 0;
    case 6: return toFloat32(window.u32());
    case booleanType: return readBoolean(window, key);
    case stringType: return readText(reading, key);
    case 10: return window.u64();
    case 11: case 12: return readWide(window, type);
    default: throw new MalformedFile('bad-type', `the value of ${key} has type ${type}; GGUF knows 0 to 12`);
  }
}

function readBoolean(window: ByteWindow, key: string): boolean {
  const value = window.u8();
  if (value > 1) throw new MalformedFile('bad-boolean', `the truth value of ${key} is ${value}; 0 or 1 is allowed`);
  return value === 1;
}

function toFloat32(bits: number): number {
  const view = new DataView(new ArrayBuffer(4));
  view.setUint32(0, bits);
  return view.getFloat32(0);
}

function readWide(window: ByteWindow, type: number): number {
  const words = [window.u32(), window.u32()] as const;
  const view = new DataView(new ArrayBuffer(8));
  view.setUint32(0, words[0], true);
  view.setUint32(4, words[1], true);
  return type === 11 ? Number(view.getBigInt64(0, true)) : view.getFloat64(0, true);
}

function passArray(reading: Reading, key: string, depth: number): void {
  const { window } = reading;
  if (depth > limits.depth) throw new MalformedFile('too-deep', `the array of ${key} is nested more than ${limits.depth} deep; the header is not to be trusted`);
  const type = window.u32();
  const length = window.u64();
  if (type > 12) throw new MalformedFile('bad-type', `the array of ${key} has elements of type ${type}; GGUF knows 0 to 12`);
  const smallest = type === stringType ? 8 : type === arrayType ? 12 : (valueSizes[type] ?? 1);
  if (length * smallest > window.remaining()) throw new MalformedFile('array-too-long', `the array of ${key} announces ${length} elements, more than the ${window.remaining()} remaining bytes can hold; the file is cut or forged`);
  reading.elementsLeft -= length;
  if (reading.elementsLeft < 0) throw new MalformedFile('array-too-long', `the arrays up to ${key} hold more than ${limits.elements} elements; the header is not to be trusted`);
  if (type === arrayType) for (let index = 0; index < length; index += 1) passArray(reading, key, depth + 1);
  else if (type === stringType) for (let index = 0; index < length; index += 1) window.skip(window.u64());
  else if (type === booleanType) for (let index = 0; index < length; index += 1) readBoolean(window, key);
  else window.skip(length * smallest);
}
