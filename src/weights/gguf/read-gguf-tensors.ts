import { byCodeUnit } from '../../core/inventory/by-code-unit.js';
import { type ByteWindow } from '../byte-window.js';
import { forbiddenKey } from '../forbidden-key.js';
import { MalformedFile } from '../malformed-file.js';
import { readableText } from '../../core/inventory/readable-text.js';
import { type SizedTensor } from '../total-tensor-types.js';
import { ggufTensorType } from './gguf-tensor-type.js';

export interface GgufTensor extends SizedTensor {
  /** From the start of the tensor data. */
  readonly offset: number;
}

const limits = { tensors: 150_000, dimensions: 4, nameBytes: 64, elements: Number.MAX_SAFE_INTEGER };

/** Reads `count` tensor descriptions: each name once, known types, whole blocks. */
export function readGgufTensors(window: ByteWindow, count: number, alignment: number): GgufTensor[] {
  const smallestDescription = 25;
  if (count * smallestDescription <= window.remaining() && count > limits.tensors) throw new MalformedFile('count-too-large', `${count} tensors are described; at most ${limits.tensors} are read`, 'unknown');
  if (count * smallestDescription > window.remaining()) throw new MalformedFile('count-too-large', `${count} tensors are announced, more than ${window.remaining()} remaining bytes can describe; the file is cut or forged`);
  const names = new Set<string>();
  const tensors: GgufTensor[] = [];
  for (let index = 0; index < count; index += 1) {
    const tensor = readTensor(window);
    if (names.has(tensor.name)) throw new MalformedFile('duplicate-tensor', `the tensor ${tensor.name} stands twice in the header; have the file written again`);
    if (tensor.offset % alignment !== 0) throw new MalformedFile('misaligned', `the tensor ${tensor.name} begins at ${tensor.offset}, which is not a multiple of ${alignment}; have the file written again`);
    names.add(tensor.name);
    tensors.push(tensor);
  }
  return tensors;
}

function readTensor(window: ByteWindow): GgufTensor {
  const at = window.position();
  const length = window.u64();
  if (length === 0 || length > limits.nameBytes) throw new MalformedFile('bad-tensor-name', `the tensor name at byte ${at} has ${length} bytes; 1 to ${limits.nameBytes} are allowed`);
  const name = readableText(window.bytes(length).toString('utf8'));
  if (forbiddenKey(name)) throw new MalformedFile('bad-tensor-name', `the tensor name ${name} is the name of an internal of JavaScript; no converter writes it, so the header is forged`);
  const dimensions = window.u32();
  if (dimensions > limits.dimensions) throw new MalformedFile('bad-shape', `the tensor ${name} has ${dimensions} dimensions; GGUF allows ${limits.dimensions}`);
  let parameters = 1;
  let row = 1;
  for (let dimension = 0; dimension < dimensions; dimension += 1) {
    const extent = window.u64();
    if (dimension === 0) row = extent;
    parameters *= extent;
    if (parameters > limits.elements) throw new MalformedFile('bad-shape', `the shape of the tensor ${name} overflows; the header is not to be trusted`);
  }
  const id = window.u32();
  const type = ggufTensorType(id);
  if (type === undefined) throw new MalformedFile('unknown-tensor-type', `the tensor ${name} has type ${id}, which is withdrawn or newer than this reader; its size cannot be checked`, 'unknown');
  if (row % type.block !== 0) throw new MalformedFile('bad-shape', `rows of the tensor ${name} have ${row} elements, not a multiple of the ${type.block} that ${type.name} stores together`);
  const bytes = (parameters / type.block) * type.bytes;
  if (bytes > limits.elements) throw new MalformedFile('bad-shape', `the size of the tensor ${name} overflows; the header is not to be trusted`);
  return { name, type: type.name, parameters, bytes, offset: window.u64() };
}

/** Every tensor lies inside the data, none overlaps another, and nothing but padding lies between them. */
export function checkGgufLayout(tensors: readonly GgufTensor[], dataBytes: number, alignment: number): void {
  const inOrder = [...tensors].sort((a, b) => a.offset - b.offset || a.bytes - b.bytes || byCodeUnit(a.name, b.name));
  let end = 0;
  for (const tensor of inOrder) {
    if (tensor.offset + tensor.bytes > dataBytes) throw new MalformedFile('truncated', `the tensor ${tensor.name} ends at byte ${tensor.offset + tensor.bytes} of the data, which has ${Math.max(dataBytes, 0)} bytes; fetch the file again`);
    if (tensor.offset < end) throw new MalformedFile('overlap', `the tensor ${tensor.name} overlaps the one before it; have the file written again`);
    const expected = Math.ceil(end / alignment) * alignment;
    if (tensor.offset > expected) throw new MalformedFile('hole', `${tensor.offset - expected} bytes before the tensor ${tensor.name} belong to no tensor; have the file written again`);
    end = tensor.offset + tensor.bytes;
  }
}
