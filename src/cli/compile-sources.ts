import { join } from 'node:path';
import { bundledFolder } from '../files/bundled-folder.js';
import { type CompiledSources, compilePackSources } from '../files/compile-pack-sources.js';
import { type PackSource } from '../files/read-pack-source.js';
import { readTypeEnvironment } from '../files/read-policy-packs.js';
import { readReference } from '../files/read-reference.js';

/** Compiles packs and overlays against the shipped schema and catalogue of controls. */
export async function compileSources(sources: readonly PackSource[]): Promise<CompiledSources> {
  const compiled = bundledFolder('dist/policies');
  const { controls } = await readReference(join(compiled, 'reference'));
  return compilePackSources(sources, { environment: await readTypeEnvironment(compiled), controls: new Set(controls.keys()) });
}
