import { readFileSync } from 'node:fs';
import { isStrictObject } from '../is-strict-object.js';
import { MalformedFile } from '../malformed-file.js';
import { parseStrictJson } from '../parse-strict-json.js';
import { type StrictJson } from '../strict-json.js';
import { problemOf } from '../problem-of.js';
import { readableText } from '../../core/inventory/readable-text.js';
import { type UnsafeFinding } from '../weights-report.js';
import { type UnsafeScan } from './unsafe-scan.js';

export interface ModelConfigScan extends UnsafeScan {
  /** Python files beside the weights that the configuration has loaded, by name without the ending. */
  readonly modules: readonly string[];
}

const limits = { bytes: 16 * 1024 * 1024, depth: 64, values: 500_000, references: 500 };

/** Looks for code that a configuration of the `transformers` family has loaded: `auto_map`, `custom_pipelines`, `trust_remote_code`. */
export function scanModelConfig(location: string, bytes: number): ModelConfigScan {
  const unsafe: UnsafeFinding[] = [];
  const modules: string[] = [];
  try {
    if (bytes > limits.bytes) throw new MalformedFile('file-too-large', `the configuration has more than ${limits.bytes} bytes; what code it asks for cannot be told`, 'unknown');
    visit(parseStrictJson(readFileSync(location, 'utf8').replace(/^\uFEFF/, ''), limits), unsafe, modules);
    return { unsafe, modules, problems: [] };
  } catch (error) {
    if (!(error instanceof MalformedFile)) throw error;
    return { unsafe, modules, problems: [{ ...problemOf(error), bearing: 'unknown' }] };
  }
}

function visit(value: StrictJson, unsafe: UnsafeFinding[], modules: string[]): void {
  if (Array.isArray(value)) for (const item of value as readonly StrictJson[]) visit(item, unsafe, modules);
  if (!isStrictObject(value)) return;
  for (const [key, member] of Object.entries(value)) {
    if (key === 'trust_remote_code' && member === true) unsafe.push({ code: 'remote-code', level: 'suspicious', what: key, message: 'the configuration asks to trust remote code: Python from the repository runs when the model is loaded; read that code and pin its revision' });
    if (key === 'auto_map' || key === 'custom_pipelines') noteClasses(key, member, unsafe, modules);
    visit(member, unsafe, modules);
  }
}

function noteClasses(key: string, value: StrictJson, unsafe: UnsafeFinding[], modules: string[]): void {
  const references = textsIn(value, limits.references).filter((text) => text.includes('.'));
  for (const reference of references) {
    const remote = reference.includes('--') ? reference.slice(0, reference.indexOf('--')) : undefined;
    const name = reference.slice(remote === undefined ? 0 : remote.length + 2);
    if (remote === undefined) modules.push(name.slice(0, name.lastIndexOf('.')));
    const from = remote === undefined ? 'a Python file of this repository' : `Python code of another repository, ${readableText(remote)}`;
    unsafe.push({ code: 'remote-code', level: 'suspicious', what: readableText(reference), message: `${key} names ${readableText(name)}, ${from}, which runs where trust_remote_code is set; read that code and pin its revision` });
  }
  if (references.length === 0) unsafe.push({ code: 'remote-code', level: 'suspicious', what: key, message: `${key} is set: code of the repository runs where trust_remote_code is set; read it before use` });
}

/** The first texts inside a value, so many at most. */
function textsIn(value: StrictJson, most: number): string[] {
  const texts: string[] = [];
  const open: StrictJson[] = [value];
  for (let next = open.pop(); next !== undefined && texts.length < most; next = open.pop()) {
    if (typeof next === 'string') texts.push(next);
    else if (typeof next === 'object' && next !== null) for (const inner of Object.values(next).reverse()) open.push(inner);
  }
  return texts;
}
