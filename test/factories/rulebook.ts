import { resolve } from 'node:path';
import { type CompiledPack } from '../../src/core/policy/compiled-pack.js';
import { type TypeEnvironment } from '../../src/core/policy/value-type.js';
import { type ReferenceFacts } from '../../src/core/reference/reference-facts.js';
import { readPolicyPacks, readTypeEnvironment } from '../../src/files/read-policy-packs.js';
import { readReference } from '../../src/files/read-reference.js';

export interface Rulebook {
  readonly packs: readonly CompiledPack[];
  readonly reference: ReferenceFacts;
  readonly environment: TypeEnvironment;
}

/** The shipped packs and facts as the build left them in `dist/`; all recommended packs unless some are named. */
export async function rulebook(packs: readonly string[] = []): Promise<Rulebook> {
  const root = resolve(__dirname, '../..');
  const compiled = resolve(root, 'dist/policies');
  const reference = await readReference(resolve(compiled, 'reference'));
  const read = await readPolicyPacks(packs, { compiled, sources: resolve(root, 'policies') }, new Set(reference.controls.keys()));
  return { packs: read.packs, reference, environment: await readTypeEnvironment(compiled) };
}
