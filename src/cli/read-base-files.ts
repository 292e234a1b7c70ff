import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { type SourceFile } from '../core/inventory/source-file.js';
import { inventoryFile, skippedFolders } from '../files/inventory-file.js';
import { UsageError } from './usage-error.js';

const maxBuffer = 512 * 1024 * 1024;

/** The files below the given paths as they stood at a git revision, links and submodules left out; a path that did not exist there holds none. */
export function readBaseFiles(revision: string, paths: readonly string[]): SourceFile[] {
  if (revision.startsWith('-')) throw new UsageError(`'${revision}' is no git revision; write a branch, tag or commit`);
  if (git(['rev-parse', '--is-inside-work-tree']) === undefined) throw new UsageError('there is no git repository here; run --base inside one, or give --baseline');
  const commit = git(['rev-parse', '--verify', '--quiet', `${revision}^{commit}`])?.toString('utf8').trim();
  if (commit === undefined) throw new UsageError(`git knows no revision '${revision}'; fetch it first (in CI: fetch-depth 0)`);
  const listed = git(['ls-tree', '-r', '-z', commit, '--', ...paths.filter((path) => path !== '-')]);
  if (listed === undefined) throw new UsageError(`git cannot list ${paths.join(', ')} at '${revision}'; name paths inside the repository`);
  const blobs = listed.toString('utf8').split('\0').flatMap((entry) => blobOf(entry, paths));
  const contents = readBlobs(blobs.map(({ id }) => id));
  return blobs.map(({ path }, index) => {
    const bytes = contents[index] ?? new Uint8Array();
    return { path, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
  });
}

interface Blob {
  readonly path: string;
  readonly id: string;
}

/** An entry of `git ls-tree`: `100644 blob <id>\t<path>`. */
function blobOf(entry: string, given: readonly string[]): Blob[] {
  const [, id, path] = /^100\d{3} blob ([0-9a-f]+)\t(.*)$/s.exec(entry) ?? [];
  if (id === undefined || path === undefined) return [];
  const wanted = given.includes(path) || (inventoryFile.test(path) && path.split('/').every((step) => !skippedFolders.has(step)));
  return wanted ? [{ path, id }] : [];
}

/** Contents in the order of ids, through one process. */
function readBlobs(ids: readonly string[]): Uint8Array[] {
  if (ids.length === 0) return [];
  const answer = git(['cat-file', '--batch'], `${ids.join('\n')}\n`) ?? Buffer.alloc(0);
  const contents: Uint8Array[] = [];
  let at = 0;
  for (const id of ids) {
    const lineEnd = answer.indexOf(0x0a, at);
    const [, size] = /^[0-9a-f]+ blob (\d+)$/.exec(answer.toString('latin1', at, Math.max(lineEnd, at))) ?? [];
    if (size === undefined) throw new UsageError(`git has no content for ${id}; fetch the whole history (in CI: fetch-depth 0)`);
    contents.push(new Uint8Array(answer.subarray(lineEnd + 1, lineEnd + 1 + Number(size))));
    at = lineEnd + 1 + Number(size) + 1;
  }
  return contents;
}

/** What git prints; undefined where it fails. */
function git(args: readonly string[], input = ''): Buffer | undefined {
  const { status, stdout, error } = spawnSync('git', [...args], { input, maxBuffer });
  if (error !== undefined && 'code' in error && error.code === 'ENOENT') throw new UsageError('git is not installed; --base needs it, --baseline does not');
  return status === 0 ? stdout : undefined;
}
