import { byCodeUnit } from '../core/inventory/by-code-unit.js';
import { type Problem } from '../core/inventory/problem.js';
import { sha256Of } from '../core/inventory/sha256-of.js';
import { type SourceFile } from '../core/inventory/source-file.js';
import { type SourceText } from '../core/inventory/source-text.js';
import { importSources, type ImportedSources } from './import-sources.js';
import { unreadProblem } from './unread-problem.js';

export interface GatheredSources {
  readonly imported: ImportedSources;
  readonly problems: readonly Problem[];
}

/** Imports what was sent in the order in which the command line reads the same files: what stands by itself first, then what manifests name. */
export function gatherSources(files: readonly SourceText[]): GatheredSources {
  const sources = files.map(({ path, content }): SourceFile => {
    const bytes = new TextEncoder().encode(content);
    return { path, bytes, sha256: sha256Of(bytes) };
  });
  const first = importSources(sources);
  const { attachments, waivers, facts } = first.settings;
  const attached = new Set(attachments.map(({ path }) => path));
  const beside = new Set([...waivers, ...facts]);
  const byPath = (a: SourceFile, b: SourceFile): number => Number(attached.has(a.path)) - Number(attached.has(b.path)) || byCodeUnit(a.path, b.path);
  const imported = importSources(sources.filter(({ path }) => !beside.has(path)).sort(byPath));
  const missing = imported.missing.map(({ path, manifest }): Problem =>
    path.split('/').includes('..') || !path.startsWith(folderOf(manifest))
      ? { file: manifest, code: 'leads-out', message: `names '${path}', which lies outside its folder and is not read; move the file beside the manifest` }
      : { file: path, code: 'not-found', message: 'there is no such file or folder; check the path' },
  );
  const unread = imported.unrecognised.flatMap((file) => unreadProblem(file, true) ?? []);
  return { imported, problems: [...missing, ...unread, ...imported.problems] };
}

/** With its final slash; empty for the top. */
const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);
