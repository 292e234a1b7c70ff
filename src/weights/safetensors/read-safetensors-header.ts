import { byCodeUnit } from '../../core/inventory/by-code-unit.js';
import { fileWindow } from '../byte-window.js';
import { isStrictObject } from '../is-strict-object.js';
import { MalformedFile } from '../malformed-file.js';
import { type StrictJson } from '../strict-json.js';
import { strictJsonReading } from '../strict-json-reading.js';
import { readableText } from '../../core/inventory/readable-text.js';
import { type SizedTensor, totalTensorTypes } from '../total-tensor-types.js';
import { type WeightsHeader } from '../weights-header.js';
import { safetensorsDtype } from './safetensors-dtype.js';

export interface SafetensorsReading {
  readonly header: WeightsHeader;
  readonly tensorNames: readonly string[];
}

interface PlacedTensor extends SizedTensor {
  readonly begin: number;
  readonly end: number;
}

/** The format itself caps the header at 100 MB; what is read here holds 110,000 tensors, more than any model has in one file. */
const limits = { formatBytes: 100_000_000, headerBytes: 24_000_000, depth: 4, values: 1_000_000, keys: 110_000, dimensions: 16 };
const { isSafeInteger } = Number;
const { isArray } = Array;
const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads the header of a safetensors file (github.com/huggingface/safetensors, README "Format").
 * @throws MalformedFile where a key is doubled, a size does not fit its dtype and shape, or bytes overlap, are missing or belong to no tensor.
 */
export function readSafetensorsHeader(descriptor: number, size: number): SafetensorsReading {
  const window = fileWindow(descriptor, 0, size);
  const length = window.u64();
  if (length > limits.formatBytes) throw new MalformedFile('header-too-large', `the header announces ${length} bytes; the format allows ${limits.formatBytes}`);
  if (length > window.remaining()) throw new MalformedFile('truncated', `the header announces ${length} bytes where ${window.remaining()} remain; fetch the file again`);
  if (length > limits.headerBytes) throw new MalformedFile('header-too-large', `the header has ${length} bytes; at most ${limits.headerBytes} are read`, 'unknown');
  const header = parseHeader(window.bytes(length));
  const metadata = readMetadata(header.get('__metadata__'));
  header.delete('__metadata__');
  const tensors = Array.from(header, ([name, described]) => readTensor(name, described));
  checkLayout(tensors, window.remaining());
  const tensorTypes = totalTensorTypes(tensors);
  return {
    tensorNames: tensors.map(({ name }) => name),
    header: {
      format: 'safetensors',
      ...metadataFacts(metadata),
      datasets: [],
      tensors: tensors.length,
      parameters: tensorTypes.reduce((sum, type) => sum + type.parameters, 0),
      ...(tensorTypes[0] === undefined ? {} : { quantisation: tensorTypes[0].type }),
      tensorTypes,
      metadata: new Map([...metadata].filter(([, value]) => value.length <= 512)),
    },
  };
}

function parseHeader(bytes: Buffer): Map<string, StrictJson> {
  if (bytes[0] !== 0x7b) throw new MalformedFile('bad-json', 'the header does not begin with {; this is not a safetensors file');
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    throw new MalformedFile('not-utf-8', 'the header is not UTF-8; have the file written again');
  }
  return strictJsonReading(text, limits).entriesOfObject();
}

function readTensor(name: string, described: StrictJson | undefined): PlacedTensor {
  if (!isStrictObject(described)) throw new MalformedFile('bad-tensor', `the tensor ${readableText(name)} is not described by an object with dtype, shape and data_offsets`);
  const { dtype, shape, data_offsets: offsets } = described;
  const unexpected = Object.keys(described).find((field) => field !== 'dtype' && field !== 'shape' && field !== 'data_offsets');
  if (unexpected !== undefined) throw new MalformedFile('bad-tensor', `the tensor ${readableText(name)} has the field "${readableText(unexpected)}"; only dtype, shape and data_offsets are allowed`);
  if (typeof dtype !== 'string') throw new MalformedFile('bad-tensor', `the tensor ${readableText(name)} has no dtype`);
  const bits = safetensorsDtype(dtype);
  if (bits === undefined) throw new MalformedFile('unknown-dtype', `the tensor ${readableText(name)} has dtype "${readableText(dtype)}", which this reader does not know; its size cannot be checked`, 'unknown');
  const parameters = elementsOf(name, shape);
  if (!isIntegers(offsets) || offsets.length !== 2) throw new MalformedFile('bad-offsets', `the data_offsets of the tensor ${readableText(name)} are not two whole numbers from 0`);
  const [begin = 0, end = 0] = offsets;
  const bytes = (parameters * bits) / 8;
  if (!isSafeInteger(bytes)) throw new MalformedFile('bad-shape', `the tensor ${readableText(name)} of ${parameters} elements of ${bits} bits fills no whole number of bytes`);
  if (end - begin !== bytes) throw new MalformedFile('size-mismatch', `the tensor ${readableText(name)} has ${end - begin} bytes, but its shape and dtype need ${bytes}`);
  return { name, type: dtype, parameters, bytes, begin, end };
}

function isIntegers(value: StrictJson | undefined): value is readonly number[] {
  return isArray(value) && value.every((item) => typeof item === 'number' && isSafeInteger(item) && item >= 0);
}

function elementsOf(name: string, shape: StrictJson | undefined): number {
  if (!isIntegers(shape) || shape.length > limits.dimensions) throw new MalformedFile('bad-shape', `the shape of the tensor ${readableText(name)} is not a list of at most ${limits.dimensions} whole numbers from 0`);
  const elements = shape.reduce((product, extent) => product * extent, 1);
  if (!isSafeInteger(elements)) throw new MalformedFile('bad-shape', `the shape of the tensor ${readableText(name)} overflows; the header is not to be trusted`);
  return elements;
}

/** The tensors fill the data from its first byte to its last, without overlap or hole. */
function checkLayout(tensors: readonly PlacedTensor[], dataBytes: number): void {
  const inOrder = [...tensors].sort((a, b) => a.begin - b.begin || a.end - b.end || byCodeUnit(a.name, b.name));
  let filled = 0;
  for (const { name, begin, end } of inOrder) {
    if (end > dataBytes) throw new MalformedFile('truncated', `the tensor ${readableText(name)} ends at byte ${end} of the data, which has ${dataBytes} bytes; fetch the file again`);
    if (begin < filled) throw new MalformedFile('overlap', `the tensor ${readableText(name)} overlaps the one before it; have the file written again`);
    if (begin > filled) throw new MalformedFile('hole', `${begin - filled} bytes before the tensor ${readableText(name)} belong to no tensor; have the file written again`);
    filled = end;
  }
  if (filled !== dataBytes) throw new MalformedFile('trailing-bytes', `${dataBytes - filled} bytes after the last tensor belong to no tensor; have the file written again`);
}

function readMetadata(value: StrictJson | undefined): Map<string, string> {
  if (value === undefined) return new Map();
  if (!isStrictObject(value)) throw new MalformedFile('bad-metadata', '__metadata__ is not an object of texts');
  const metadata = new Map<string, string>();
  for (const [key, entry] of Object.entries(value)) {
    if (typeof entry !== 'string') throw new MalformedFile('bad-metadata', `the value of "${readableText(key)}" in __metadata__ is not a text`);
    metadata.set(key, entry);
  }
  return metadata;
}

/** Plain keys as some trainers write them, and the `modelspec.` keys of Stability AI's ModelSpec. */
function metadataFacts(metadata: ReadonlyMap<string, string>): Pick<WeightsHeader, 'baseModels'> & Partial<WeightsHeader> {
  const first = (...keys: readonly string[]): string | undefined => keys.map((key) => metadata.get(key)).find((value) => value !== undefined && value !== '')?.slice(0, 2_000);
  const licence = first('license', 'licence', 'modelspec.license');
  const base = first('base_model', 'base_model_name_or_path', 'ss_base_model_version', 'modelspec.merged_from');
  const facts = { name: first('name', 'modelspec.title'), architecture: first('architecture', 'modelspec.architecture'), organisation: first('modelspec.author') };
  return {
    ...Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)),
    ...(licence === undefined ? {} : { licence: { id: licence } }),
    baseModels: base === undefined ? [] : [{ name: base }],
  };
}
