import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { subjectSchemas } from '../core/exposure/view/subject-schemas.js';
import { canonicalJson } from '../core/inventory/canonical-json.js';
import { packJsonSchema } from '../core/policy/pack-json-schema.js';
import { typeEnvironmentOf } from '../core/policy/type-environment-of.js';
import { compilePackSources } from './compile-pack-sources.js';
import { InvalidPackError } from './invalid-pack-error.js';
import { readPackSource } from './read-pack-source.js';
import { readReference } from './read-reference.js';

/**
 * Compiles every pack folder of `source` into `packs/<id>.json` below `target`, and writes the type environment beside them;
 * into `source` go the digests (`policies.lock`) and the JSON Schemas of packs and overlays. Expects the compiled reference facts in `target`. Returns the files written.
 * @throws InvalidPackError with everything that is wrong with any pack or overlay
 */
export async function compilePacks(source: string, target: string): Promise<readonly string[]> {
  const environment = typeEnvironmentOf(subjectSchemas);
  const { controls } = await readReference(join(target, 'reference'));
  const folders = readdirSync(source, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => join(source, name)).sort();
  const packs = await Promise.all(folders.filter((folder) => existsSync(join(folder, 'pack.yaml'))).map(readPackSource));
  const overlays = await Promise.all(folders.filter((folder) => existsSync(join(folder, 'overlay.yaml'))).map(readPackSource));
  const options = { environment, controls: new Set(controls.keys()) };
  const compiled = compilePackSources(packs, options);
  const problems = compiled.problems.length > 0 ? compiled.problems : overlays.flatMap((overlay) => compilePackSources([...packs, overlay], options).problems);
  if (problems.length > 0) throw new InvalidPackError(problems);
  const outputs = compiled.packs.map(({ pack }) => [join(target, 'packs', `${pack.id}.json`), `${canonicalJson(pack)}\n`] as const);
  removeOthers(join(target, 'packs'), outputs.map(([path]) => path));
  return writeChanged([
    ...outputs,
    [join(target, 'type-environment.json'), `${canonicalJson(environment)}\n`],
    [join(source, 'policies.lock'), compiled.packs.map(({ pack }) => `${pack.id}@${pack.version} sha256:${pack.digest}\n`).join('')],
    [join(source, 'pack.schema.json'), `${JSON.stringify(packJsonSchema('pack'), null, 2)}\n`],
    [join(source, 'overlay.schema.json'), `${JSON.stringify(packJsonSchema('overlay'), null, 2)}\n`],
  ]);
}

/** Packs that an earlier build left behind. */
function removeOthers(folder: string, kept: readonly string[]): void {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) if (!kept.includes(join(folder, name))) rmSync(join(folder, name));
}

function writeChanged(files: readonly (readonly [string, string])[]): readonly string[] {
  const changed = files.filter(([path, content]) => !existsSync(path) || readFileSync(path, 'utf8') !== content);
  for (const [path, content] of changed) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  return changed.map(([path]) => path);
}
