import { basename, posix } from 'node:path';
import { type DigestComparison, type WeightsProblem } from '../weights-report.js';
import { type PublishedDigest } from './published-digest.js';

export interface HashedFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256?: string;
}

export interface DigestFindings {
  readonly byPath: ReadonlyMap<string, readonly DigestComparison[]>;
  readonly problems: readonly WeightsProblem[];
}

const listed = 100;

/** Puts every published digest beside the bytes of the file it is for: the named one, else the one with that content. */
export function compareDigests(files: readonly HashedFile[], digests: readonly PublishedDigest[]): DigestFindings {
  const byPath = new Map<string, DigestComparison[]>();
  const problems: WeightsProblem[] = [];
  const paths = new Map(files.map((file) => [file.path, file]));
  const names = uniqueNames(files);
  const contents = new Map(files.flatMap((file) => (file.sha256 === undefined ? [] : [[file.sha256, file] as const])));
  const seen = new Set<string>();
  const add = (file: HashedFile, comparison: DigestComparison): void => {
    const key = `${file.path}\n${comparison.source}\n${comparison.expected}`;
    if (seen.has(key)) return;
    seen.add(key);
    const comparisons = byPath.get(file.path);
    if (comparisons === undefined) byPath.set(file.path, [comparison]);
    else comparisons.push(comparison);
  };
  for (const file of files) {
    const named = digestInName(file.path);
    if (named !== undefined && file.sha256 !== undefined) add(file, { source: file.path, kind: 'file-name', expected: named, matches: named === file.sha256 });
  }
  for (const digest of digests) {
    const file = fileFor(digest, paths, names) ?? contents.get(digest.sha256);
    if (file === undefined) problems.push({ code: 'missing-file', bearing: 'unknown', message: `${digest.source} names ${digest.label || 'content'} (sha256:${digest.sha256}), which is not here; fetch it or leave it out of the manifest` });
    else if (file.sha256 !== undefined) add(file, { source: digest.source, kind: digest.kind, expected: digest.sha256, matches: digest.sha256 === file.sha256 && (digest.bytes ?? file.bytes) === file.bytes });
  }
  return { byPath, problems: problems.length <= listed ? problems : [...problems.slice(0, listed), { code: 'missing-file', bearing: 'unknown', message: `${problems.length - listed} more files that manifests name are not here` }] };
}

function fileFor(digest: PublishedDigest, paths: ReadonlyMap<string, HashedFile>, names: ReadonlyMap<string, HashedFile | undefined>): HashedFile | undefined {
  if (digest.path === undefined) return undefined;
  const blob = posix.basename(digest.path);
  return paths.get(digest.path) ?? names.get(blob);
}

/** Files by last part of their path; nothing where two share it. */
function uniqueNames(files: readonly HashedFile[]): Map<string, HashedFile | undefined> {
  const names = new Map<string, HashedFile | undefined>();
  for (const file of files) names.set(basename(file.path), names.has(basename(file.path)) ? undefined : file);
  return names;
}

/** Content-addressed stores: `blobs/sha256-<hex>` (Ollama), `blobs/sha256/<hex>` (OCI), `blobs/<hex>` (Hugging Face cache). */
function digestInName(path: string): string | undefined {
  return /(?:^|\/)blobs\/(?:sha256[-/])?([0-9a-f]{64})$/.exec(path)?.[1];
}
