import { fileWindow } from '../byte-window.js';
import { MalformedFile } from '../malformed-file.js';
import { totalTensorTypes } from '../total-tensor-types.js';
import { type WeightsProblem } from '../weights-report.js';
import { type BaseModel, type WeightsHeader } from '../weights-header.js';
import { ggufFileType } from './gguf-file-type.js';
import { type GgufMetadata, type GgufScalar, readGgufMetadata } from './read-gguf-metadata.js';
import { checkGgufLayout, readGgufTensors } from './read-gguf-tensors.js';

export interface GgufReading {
  readonly header: WeightsHeader;
  readonly problems: readonly WeightsProblem[];
  /** Templates that engines run, by key. */
  readonly templates: ReadonlyMap<string, string>;
}

const magic = 0x46554747;
const defaultAlignment = 32;
const listedModels = 64;

/**
 * Reads the header of a GGUF file of version 2 or 3, of either byte order (github.com/ggml-org/ggml, docs/gguf.md).
 * @throws MalformedFile where anything is cut, doubled, out of bounds or not allowed: nothing is read in part.
 */
export function readGgufHeader(descriptor: number, size: number): GgufReading {
  const start = fileWindow(descriptor, 0, size);
  if (start.u32() !== magic) throw new MalformedFile('wrong-magic', 'the file does not begin with GGUF; it is another format under this name');
  const version = start.u32();
  const bigEndian = version > 0xffff;
  const window = bigEndian ? fileWindow(descriptor, 0, size, true) : start;
  if (bigEndian) window.seek(4);
  const trueVersion = bigEndian ? window.u32() : version;
  if (trueVersion !== 2 && trueVersion !== 3) throw new MalformedFile('unsupported-version', `GGUF version ${trueVersion} is not read, only 2 and 3; convert the file`, 'unknown');
  const tensorCount = window.u64();
  const metadata = readGgufMetadata(window, window.u64());
  const alignment = readAlignment(metadata.get('general.alignment'));
  const tensors = readGgufTensors(window, tensorCount, alignment);
  const dataStart = Math.ceil(window.position() / alignment) * alignment;
  checkGgufLayout(tensors, size - dataStart, alignment);
  const types = totalTensorTypes(tensors);
  const problems: WeightsProblem[] = [];
  const quantisation = quantisationOf(metadata, types[0]?.type, problems);
  checkCounts(metadata, problems);
  const end = tensors.reduce((last, tensor) => Math.max(last, tensor.offset + tensor.bytes), 0);
  const trailing = tensors.length === 0 ? size - window.position() : size - dataStart - end;
  if (trailing > alignment) problems.push({ code: 'trailing-bytes', bearing: 'note', message: `${trailing} bytes after the last tensor belong to nothing` });
  const header: WeightsHeader = {
    format: 'gguf',
    version: trueVersion,
    ...generalFacts(metadata),
    baseModels: modelsUnder(metadata, 'general.base_model'),
    datasets: modelsUnder(metadata, 'general.dataset'),
    tensors: tensors.length,
    parameters: types.reduce((sum, type) => sum + type.parameters, 0),
    ...(quantisation === undefined ? {} : { quantisation }),
    tensorTypes: types,
    metadata: new Map([...metadata].filter(([key, value]) => !key.startsWith('tokenizer.') && (typeof value !== 'string' || value.length <= 512))),
  };
  return { header, problems, templates: new Map([...metadata].filter((entry): entry is [string, string] => entry[0].startsWith('tokenizer.chat_template') && typeof entry[1] === 'string')) };
}

function readAlignment(value: GgufScalar | undefined): number {
  if (value === undefined) return defaultAlignment;
  if (typeof value !== 'number' || value < 8 || value > 1_048_576 || !Number.isInteger(Math.log2(value))) throw new MalformedFile('bad-alignment', `general.alignment is ${String(value)}; a power of two from 8 is allowed`);
  return value;
}

function textAt(metadata: GgufMetadata, key: string): string | undefined {
  const value = metadata.get(key);
  return typeof value === 'string' && value !== '' ? value.slice(0, 2_000) : undefined;
}

function generalFacts(metadata: GgufMetadata): Partial<WeightsHeader> {
  const text = (name: string): string | undefined => textAt(metadata, `general.${name}`);
  const id = text('license');
  const name = text('license.name');
  const link = text('license.link') ?? text('license_link');
  const licence = { ...(id === undefined ? {} : { id }), ...(name === undefined ? {} : { name }), ...(link === undefined ? {} : { link }) };
  const facts = { name: text('name'), architecture: text('architecture'), organisation: text('organization'), quantisedBy: text('quantized_by') };
  return { ...(Object.keys(licence).length === 0 ? {} : { licence }), ...Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) };
}

function modelsUnder(metadata: GgufMetadata, prefix: string): BaseModel[] {
  const count = Math.min(Number(metadata.get(`${prefix}.count`) ?? 0) || 0, listedModels);
  return Array.from({ length: Math.max(count, 0) }, (_, index) => {
    const text = (name: string): string | undefined => textAt(metadata, `${prefix}.${index}.${name}`);
    const facts = { name: text('name'), organisation: text('organization'), version: text('version'), url: text('repo_url') ?? text('url') ?? text('doi') };
    return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
  });
}

function checkCounts(metadata: GgufMetadata, problems: WeightsProblem[]): void {
  for (const prefix of ['general.base_model', 'general.dataset']) {
    const declared = metadata.get(`${prefix}.count`);
    const indices = new Set([...metadata.keys()].filter((key) => key.startsWith(`${prefix}.`)).map((key) => key.slice(prefix.length + 1).split('.')[0] ?? '').filter((part) => /^\d+$/.test(part)));
    const count = typeof declared === 'number' ? declared : 0;
    const beyond = [...indices].filter((index) => Number(index) >= count);
    const absent = count <= listedModels ? Array.from({ length: count }, (_, index) => String(index)).filter((index) => !indices.has(index)) : ['all'];
    if (beyond.length > 0 || absent.length > 0) problems.push({ code: 'count-mismatch', bearing: 'unknown', message: `${prefix}.count says ${count}, but ${indices.size} are described; which models it comes from cannot be told` });
  }
}

/** The declared file type, unless it says unquantised and most weights are quantised, or the other way round. */
function quantisationOf(metadata: GgufMetadata, dominant: string | undefined, problems: WeightsProblem[]): string | undefined {
  const declared = metadata.get('general.file_type');
  const name = typeof declared === 'number' ? ggufFileType(declared) : undefined;
  if (name === undefined || dominant === undefined) return dominant ?? name;
  const plain = /^(B?F16|F32|F64)$/;
  if (plain.test(name) === plain.test(dominant)) return name;
  problems.push({ code: 'quantisation-mismatch', bearing: 'unknown', message: `general.file_type says ${name}, but most parameters are ${dominant}` });
  return dominant;
}
