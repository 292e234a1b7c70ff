import { type InventoryFragment } from '../core/inventory/inventory-fragment.js';
import { type Problem } from '../core/inventory/problem.js';
import { type SourceFile } from '../core/inventory/source-file.js';
import { domicileYamlImporter } from './domicile-yaml/domicile-yaml.importer.js';
import { type ImportResult, type ManifestSettings } from './importer.js';
import { importers } from './registry.js';
import { resolvePath } from './resolve-path.js';
import { unreadReason, type UnreadReason } from './unread-reason.js';

export interface ImportedSources {
  readonly fragments: readonly InventoryFragment[];
  readonly problems: readonly Problem[];
  /** Settings of all manifests; their paths are resolved against the manifest that names them. */
  readonly settings: ManifestSettings;
  /** Files that manifests name and that were not among the sources. */
  readonly missing: readonly { readonly path: string; readonly manifest: string }[];
  /** Files that no importer recognises. */
  readonly unrecognised: readonly UnrecognisedFile[];
}

export interface UnrecognisedFile {
  readonly path: string;
  /** Why it was not read, where its content tells. */
  readonly reason?: UnreadReason;
}

/** Imports files of any known format. Manifests are read first, since they say which model or deployment the other files speak of. */
export function importSources(files: readonly SourceFile[]): ImportedSources {
  const chosen = files.map((file) => ({ file, importer: importers.find((importer) => importer.recognises(file)) }));
  const manifests = chosen.filter(({ importer }) => importer === domicileYamlImporter).map(({ file }) => ({ file, result: domicileYamlImporter.import(file, {}) }));
  const settings = joinSettings(manifests);
  const others = chosen.flatMap(({ file, importer }) => {
    if (importer === undefined || importer === domicileYamlImporter) return [];
    const attached = settings.attachments.filter(({ path }) => path === file.path);
    return attached.length === 0 ? [importer.import(file, {})] : attached.map(({ subject, part }) => importer.import(file, { subject, ...(part === undefined ? {} : { part }) }));
  });
  const results = [...manifests.map(({ result }) => result), ...others];
  const present = new Set(files.map(({ path }) => path));
  const beside = new Set([...settings.waivers, ...settings.facts]);
  return {
    fragments: results.map(({ fragment }) => fragment),
    problems: results.flatMap(({ problems }) => problems),
    settings,
    missing: missingFiles(manifests, present),
    unrecognised: chosen.filter(({ importer }) => importer === undefined).map(({ file }) => unrecognisedFile(file, beside)),
  };
}

/** What a manifest names beside the inventory (waivers, facts) is read by others. */
function unrecognisedFile(file: SourceFile, beside: ReadonlySet<string>): UnrecognisedFile {
  const reason = beside.has(file.path) ? undefined : unreadReason(file);
  return { path: file.path, ...(reason === undefined ? {} : { reason }) };
}

type ReadManifest = { readonly file: SourceFile; readonly result: ImportResult };

function missingFiles(manifests: readonly ReadManifest[], present: ReadonlySet<string>): ImportedSources['missing'] {
  const named = new Map(manifests.flatMap(({ file, result }) => (result.settings?.attachments ?? []).map(({ path }) => [resolvePath(file.path, path), file.path] as const)));
  return [...named].filter(([path]) => !present.has(path)).map(([path, manifest]) => ({ path, manifest }));
}

function joinSettings(manifests: readonly ReadManifest[]): ManifestSettings {
  const each = manifests.flatMap(({ file, result: { settings } }) => (settings === undefined ? [] : [{ from: file.path, settings }]));
  return {
    packs: each.flatMap(({ from, settings }) => settings.packs.map((pack) => (pack.startsWith('.') ? resolvePath(from, pack) : pack))),
    waivers: each.flatMap(({ from, settings }) => settings.waivers.map((path) => resolvePath(from, path))),
    facts: each.flatMap(({ from, settings }) => settings.facts.map((path) => resolvePath(from, path))),
    code: each.flatMap(({ from, settings }) => settings.code.map((folder) => ({ ...folder, path: resolvePath(from, folder.path) }))),
    attachments: each.flatMap(({ from, settings }) => settings.attachments.map((attachment) => ({ ...attachment, path: resolvePath(from, attachment.path) }))),
  };
}
