import { existsSync } from 'node:fs';
import { isAbsolute, relative } from 'node:path';
import { type Problem } from '../core/inventory/problem.js';
import { type SourceFile } from '../core/inventory/source-file.js';
import { type ImportedSources, importSources } from '../importers/import-sources.js';
import { unreadProblem } from '../importers/unread-problem.js';
import { readSourceFiles } from '../files/read-source-files.js';
import { staysInside } from '../files/stays-inside.js';
import { growHeapSlowly } from './grow-heap-slowly.js';
import { readStdin } from './read-stdin.js';

/** In bytes; below this, an audit takes so little memory that nothing is won by saving it. */
const largeInput = 8 * 2 ** 20;

export interface GatheredInputs {
  readonly imported: ImportedSources;
  readonly problems: readonly Problem[];
  /** Every file that was read, as given. */
  readonly files: readonly SourceFile[];
  /** Those of the problems that lie outside of these files: what was not read, and why. */
  readonly besides: readonly Problem[];
}

/** Reads what was named, then what manifests name beside it, and imports all of it. `weighed` are folders whose weights are verified beside it. */
export async function gatherInputs(paths: readonly string[], weighed: readonly string[] = []): Promise<GatheredInputs> {
  const read = await readSourceFiles(paths, readStdin);
  if (read.files.reduce((bytes, file) => bytes + file.bytes.length, 0) > largeInput) growHeapSlowly();
  const first = importSources(read.files);
  const attached = await readAttached(first.missing);
  const imported = attached.files.length === 0 ? first : importSources([...read.files, ...attached.files]);
  const unread = imported.unrecognised.flatMap((file) => unreadProblem(file, read.given.has(file.path)) ?? []);
  const besides = [...read.problems, ...attached.problems, ...unread, ...unseenWeights(read.weights.filter((path) => !weighed.some((folder) => lies(path, folder))), imported)];
  return { imported, problems: [...besides, ...imported.problems], files: [...read.files, ...attached.files], besides };
}

/** Weights that lie in a scanned folder and of which nothing is stated: their bytes are for `weights verify`. */
function unseenWeights(paths: readonly string[], { fragments }: ImportedSources): Problem[] {
  const stated = new Set(fragments.flatMap(({ records }) => records.flatMap(({ kind, value }) => (kind === 'weightArtefact' ? [baseName(String(value['file']))] : []))));
  const unseen = paths.filter((path) => !stated.has(baseName(path)));
  const [first] = unseen;
  return first === undefined ? [] : [{ file: first, code: 'weights', message: `${unseen.length === 1 ? 'the weights were' : `this and ${unseen.length - 1} more files of weights were`} not read, and nothing is stated of them; run 'domicile weights verify' on their folder`, level: 'warning' }];
}

const lies = (path: string, folder: string): boolean => !relative(folder, path).startsWith('..');
const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Files that manifests name. A path that leads out of the manifest's folder, itself or through a link, is refused. */
async function readAttached(missing: ImportedSources['missing']): Promise<{ readonly files: readonly SourceFile[]; readonly problems: readonly Problem[] }> {
  const inside: string[] = [];
  const outside: Problem[] = [];
  for (const { path, manifest } of missing) {
    if (await mayBeRead(path, folderOf(manifest))) inside.push(path);
    else outside.push({ file: manifest, code: 'leads-out', message: `names '${path}', which lies outside its folder and is not read; move the file beside the manifest` });
  }
  const { files, problems } = await readSourceFiles(inside);
  return { files, problems: [...problems, ...outside] };
}

async function mayBeRead(path: string, folder: string): Promise<boolean> {
  if (path.split('/').includes('..') || !path.startsWith(folder) || (folder === '' && isAbsolute(path))) return false;
  return !existsSync(path) || staysInside(folder === '' ? '.' : folder, path);
}

/** With its final slash; empty for the working folder. */
const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);
