import { indexReference } from '../../src/core/reference/index-reference.js';
import { compileReference, type CompiledReference } from '../../src/files/compile-reference.js';
import { type ReferenceFacts } from '../../src/core/reference/reference-facts.js';

let compiled: CompiledReference | undefined;

/** The shipped facts, compiled from their YAML once per test file. */
export function shippedReference(): CompiledReference & { readonly indexed: ReferenceFacts } {
  compiled ??= compileReference('policies/reference');
  return { ...compiled, indexed: indexReference(compiled.facts.data, compiled.facts.digest) };
}
