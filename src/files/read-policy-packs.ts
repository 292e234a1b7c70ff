import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Problem } from '../core/inventory/problem.js';
import { type CompiledPack } from '../core/policy/compiled-pack.js';
import { type TypeEnvironment } from '../core/policy/value-type.js';

export interface PackFolders {
  /** `dist/policies` of the package: `packs/<id>.json` and `type-environment.json`. */
  readonly compiled: string;
  /** `policies` of the package: the YAML the shipped packs came from, read only where an overlay changes one. */
  readonly sources: string;
}

export interface ReadPacks {
  /** Ordered by id. */
  readonly packs: readonly CompiledPack[];
  readonly problems: readonly Problem[];
}

/**
 * The packs of a selection of ids of shipped packs and paths of packs and overlays; the recommended shipped packs where it is empty.
 * Shipped packs were compiled at build, so that no schema is loaded and no expression parsed unless a path is named.
 */
export async function readPolicyPacks(selection: readonly string[], folders: PackFolders, controls: ReadonlySet<string>): Promise<ReadPacks> {
  const shipped = await shippedIds(folders.compiled);
  if (selection.length === 0) {
    const packs = await Promise.all(shipped.map((id) => readShipped(id, folders.compiled)));
    return { packs: packs.filter(({ recommended }) => recommended), problems: [] };
  }
  const wanted = [...new Set(selection)];
  const paths = wanted.filter((name) => !shipped.includes(name));
  const ids = wanted.filter((name) => shipped.includes(name));
  if (paths.length === 0) return { packs: sorted(await Promise.all(ids.map((id) => readShipped(id, folders.compiled)))), problems: [] };
  return readSources(ids, paths, folders, controls);
}

async function shippedIds(folder: string): Promise<readonly string[]> {
  const names = await readdir(join(folder, 'packs'));
  return names.filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length)).sort();
}

async function readShipped(id: string, folder: string): Promise<CompiledPack> {
  return JSON.parse(await readFile(join(folder, 'packs', `${id}.json`), 'utf8')) as CompiledPack;
}

/** The types rules are checked against, as the build wrote them down. */
export async function readTypeEnvironment(folder: string): Promise<TypeEnvironment> {
  return JSON.parse(await readFile(join(folder, 'type-environment.json'), 'utf8')) as TypeEnvironment;
}

async function readSources(ids: readonly string[], paths: readonly string[], folders: PackFolders, controls: ReadonlySet<string>): Promise<ReadPacks> {
  const { readPackSource } = await import('./read-pack-source.js');
  const { baseOf, compilePackSources } = await import('./compile-pack-sources.js');
  const named = await Promise.all(paths.map((path) => readPackSource(existsSync(path) ? path : overlayFolder(path, folders.sources))));
  const changed = new Set(named.map(baseOf));
  const bases = await Promise.all(ids.filter((id) => changed.has(id)).map((id) => readPackSource(join(folders.sources, id))));
  const untouched = await Promise.all(ids.filter((id) => !changed.has(id)).map((id) => readShipped(id, folders.compiled)));
  const compiled = compilePackSources([...bases, ...named], { environment: await readTypeEnvironment(folders.compiled), controls });
  const packs = sorted([...untouched, ...compiled.packs.map(({ pack }) => pack)]);
  const isRepeated = ({ id }: CompiledPack, index: number): boolean => packs.findIndex((other) => other.id === id) !== index;
  return { packs: packs.filter((pack, index) => !isRepeated(pack, index)), problems: [...compiled.problems, ...packs.filter(isRepeated).map(({ id }) => ({ file: id, code: 'duplicate-pack', message: `the pack '${id}' is given twice and only one of them was asked; give each pack its own id` }))] };
}

/** A shipped overlay may be named by its id. */
function overlayFolder(name: string, sources: string): string {
  const folder = join(sources, name);
  return /^[a-z][a-z0-9-]*$/.test(name) && existsSync(join(folder, 'overlay.yaml')) ? folder : name;
}

function sorted(packs: readonly CompiledPack[]): readonly CompiledPack[] {
  return [...packs].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}
