import { type Problem } from '../core/inventory/problem.js';
import { type SourceFile } from '../core/inventory/source-file.js';
import { type ImportedSources, importSources } from '../importers/import-sources.js';
import { readSourceFiles } from '../files/read-source-files.js';
import { readStdin } from './read-stdin.js';

export interface GatheredInputs {
  readonly imported: ImportedSources;
  readonly problems: readonly Problem[];
}

/** Reads what was named, then what manifests name beside it, and imports all of it. */
export async function gatherInputs(paths: readonly string[]): Promise<GatheredInputs> {
  const read = await readSourceFiles(paths, readStdin);
  const first = importSources(read.files);
  const attached = await readAttached(first.missing);
  const imported = attached.files.length === 0 ? first : importSources([...read.files, ...attached.files]);
  const unread = imported.unrecognised.filter((path) => read.given.has(path)).map((path): Problem => ({ file: path, code: 'unrecognised', message: "no importer recognises this file; give a domicile.yaml, a model card, a config.json or a LiteLLM config, or see 'domicile scan --help'" }));
  return { imported, problems: [...read.problems, ...attached.problems, ...unread, ...imported.problems] };
}

/** Files that manifests name. A path that leads out of the folder the manifest was found from is refused. */
async function readAttached(missing: readonly string[]): Promise<{ readonly files: readonly SourceFile[]; readonly problems: readonly Problem[] }> {
  const inside = missing.filter((path) => !path.startsWith('..') && !path.startsWith('/'));
  const outside = missing.filter((path) => !inside.includes(path)).map((path): Problem => ({ file: path, code: 'leads-out', message: 'a manifest names a file outside its folder, which is not read; move the file beside it' }));
  const { files, problems } = await readSourceFiles(inside);
  return { files, problems: [...problems, ...outside] };
}
