import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { subjectSchemas } from '../../src/core/exposure/view/subject-schemas.js';
import { typeEnvironmentOf } from '../../src/core/policy/type-environment-of.js';
import { compilePackSources, type PackWithTests } from '../../src/files/compile-pack-sources.js';
import { readPackSource } from '../../src/files/read-pack-source.js';
import { shippedReference } from '../reference/shipped-reference.js';

const folder = 'policies';

/** The shipped packs, compiled from their YAML, each with the named overlays laid over it. */
export async function shippedPacks(overlays: readonly string[] = []): Promise<readonly PackWithTests[]> {
  const names = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'pack.yaml')));
  const sources = await Promise.all([...names, ...overlays].map((name) => readPackSource(join(folder, name))));
  const controls = new Set(shippedReference().indexed.controls.keys());
  const { packs, problems } = compilePackSources(sources, { environment: typeEnvironmentOf(subjectSchemas), controls });
  if (problems.length > 0) throw new Error(problems.map(({ file, line, message }) => `${file}:${line ?? 0}: ${message}`).join('\n'));
  return packs;
}

/** Folders of the shipped overlays. */
export function shippedOverlays(): readonly string[] {
  return readdirSync(folder).filter((name) => existsSync(join(folder, name, 'overlay.yaml')));
}
