import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { subjectSchemas } from '../core/exposure/view/subject-schemas.js';
import { canonicalJson } from '../core/inventory/canonical-json.js';
import { overlayPage } from '../core/policy/overlay-page.js';
import { packJsonSchema } from '../core/policy/pack-json-schema.js';
import { packPage } from '../core/policy/pack-page.js';
import { policyOverlay } from '../core/policy/policy-overlay.js';
import { typeEnvironmentOf } from '../core/policy/type-environment-of.js';
import { type Control } from '../core/reference/control.js';
import { compilePackSources, type PackWithTests } from './compile-pack-sources.js';
import { InvalidPackError } from './invalid-pack-error.js';
import { type PackSource, readPackSource } from './read-pack-source.js';
import { readReference } from './read-reference.js';

/**
 * Compiles every pack folder of `source` into `packs/<id>.json` below `target`, and writes the type environment beside them;
 * into `source` go the digests (`policies.lock`), the JSON Schemas of packs and overlays, and a page for each of them. Expects the compiled reference facts in `target`. Returns the files written.
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
  const overlaid = overlays.map((overlay) => ({ overlay, ...compilePackSources([...packs, overlay], options) }));
  const problems = compiled.problems.length > 0 ? compiled.problems : overlaid.flatMap((each) => each.problems);
  if (problems.length > 0) throw new InvalidPackError(problems);
  const outputs = compiled.packs.map(({ pack }) => [join(target, 'packs', `${pack.id}.json`), `${canonicalJson(pack)}\n`] as const);
  removeOthers(join(target, 'packs'), outputs.map(([path]) => path));
  return writeChanged([
    ...outputs,
    ...compiled.packs.map(({ pack, tests }) => [join(source, pack.id, 'README.md'), packPage(pack, tests, controls)] as const),
    ...overlaid.flatMap(({ overlay, packs: changed }) => pageOfOverlay(overlay, changed, controls)),
    [join(target, 'type-environment.json'), `${canonicalJson(environment)}\n`],
    [join(source, 'policies.lock'), compiled.packs.map(({ pack }) => `${pack.id}@${pack.version} sha256:${pack.digest}\n`).join('')],
    [join(source, 'pack.schema.json'), `${JSON.stringify(packJsonSchema('pack'), null, 2)}\n`],
    [join(source, 'overlay.schema.json'), `${JSON.stringify(packJsonSchema('overlay'), null, 2)}\n`],
  ]);
}

function pageOfOverlay({ document, path }: PackSource, packs: readonly PackWithTests[], controls: ReadonlyMap<string, Control>): (readonly [string, string])[] {
  const overlay = policyOverlay.parse(document);
  const changed = packs.find(({ pack }) => pack.id === overlay.extends.pack);
  return changed === undefined ? [] : [[join(path, 'README.md'), overlayPage(overlay, changed.pack, changed.tests, controls)]];
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
