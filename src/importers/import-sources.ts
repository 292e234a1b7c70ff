import { type InventoryFragment } from '../core/inventory/inventory-fragment.js';
import { type Problem } from '../core/inventory/problem.js';
import { type SourceFile } from '../core/inventory/source-file.js';
import { type Importer, type ManifestSettings } from './importer.js';
import { importers } from './registry.js';
import { resolvePath } from './resolve-path.js';

export interface ImportedSources {
  readonly fragments: readonly InventoryFragment[];
  readonly problems: readonly Problem[];
  /** Settings of all manifests; their paths are resolved against the manifest that names them. */
  readonly settings: ManifestSettings;
  /** Files that manifests name and that were not among the sources. */
  readonly missing: readonly { readonly path: string; readonly manifest: string }[];
  /** Files that no importer recognises. */
  readonly unrecognised: readonly string[];
}

/** Imports files of any known format. Manifests are read first, since they say which model the other files speak of. */
export function importSources(files: readonly SourceFile[]): ImportedSources {
  const chosen = files.map((file) => ({ file, importer: importers.find((importer) => importer.recognises(file)) }));
  const fragments: InventoryFragment[] = [];
  const problems: Problem[] = [];
  const settings = { packs: [] as string[], waivers: [] as string[], facts: [] as string[], attachments: {} as Record<string, string> };
  const namedBy = new Map<string, string>();
  const isManifest = (importer: Importer | undefined): boolean => importer?.id === 'domicile-yaml';

  for (const { file, importer } of chosen) {
    if (importer === undefined || !isManifest(importer)) continue;
    const result = importer.import(file, {});
    fragments.push(result.fragment);
    problems.push(...result.problems);
    if (result.settings === undefined) continue;
    settings.packs.push(...result.settings.packs.map((pack) => (pack.startsWith('.') ? resolvePath(file.path, pack) : pack)));
    settings.waivers.push(...result.settings.waivers.map((path) => resolvePath(file.path, path)));
    settings.facts.push(...result.settings.facts.map((path) => resolvePath(file.path, path)));
    for (const [path, model] of Object.entries(result.settings.attachments)) {
      const resolved = resolvePath(file.path, path);
      settings.attachments[resolved] = model;
      namedBy.set(resolved, file.path);
    }
  }
  for (const { file, importer } of chosen) {
    if (importer === undefined || isManifest(importer)) continue;
    const subject = Object.hasOwn(settings.attachments, file.path) ? settings.attachments[file.path] : undefined;
    const result = importer.import(file, subject === undefined ? {} : { subject });
    fragments.push(result.fragment);
    problems.push(...result.problems);
  }
  const present = new Set(files.map(({ path }) => path));
  return {
    fragments,
    problems,
    settings,
    missing: [...namedBy].filter(([path]) => !present.has(path)).map(([path, manifest]) => ({ path, manifest })),
    unrecognised: chosen.filter(({ importer }) => importer === undefined).map(({ file }) => file.path),
  };
}
