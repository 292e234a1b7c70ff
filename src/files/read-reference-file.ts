import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CompiledReference, type ReferenceSideFile } from './compile-reference.js';

/** One of the compiled files beside the core facts, such as prices, with its digest: read only by the commands that need it. */
export function readReferenceFile<Name extends ReferenceSideFile>(folder: string, name: Name): CompiledReference[Name] {
  return JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as CompiledReference[Name];
}
