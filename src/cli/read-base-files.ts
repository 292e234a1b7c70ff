import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { type SourceFile } from '../core/inventory/source-file.js';
import { UsageError } from './usage-error.js';

const run = promisify(execFile);
const maxBuffer = 256 * 1024 * 1024;

/** The files below the given paths as they stood at a git revision; a path that did not exist there holds none. */
export async function readBaseFiles(revision: string, paths: readonly string[]): Promise<SourceFile[]> {
  if (revision.startsWith('-')) throw new UsageError(`'${revision}' is no git revision; write a branch, tag or commit`);
  const prefix = await git(['rev-parse', '--show-prefix']);
  const commit = await git(['rev-parse', '--verify', '--quiet', `${revision}^{commit}`]).catch(() => {
    throw new UsageError(`git knows no revision '${revision}'; fetch it first (in CI: fetch-depth 0)`);
  });
  const listed = await git(['ls-tree', '-r', '-z', '--name-only', commit.trim(), '--', ...paths]);
  const files: SourceFile[] = [];
  for (const path of listed.split('\0').filter((name) => name !== '')) {
    const { stdout } = await run('git', ['cat-file', 'blob', `${commit.trim()}:${prefix.trim()}${path}`], { encoding: 'buffer', maxBuffer });
    files.push({ path, bytes: stdout, sha256: createHash('sha256').update(stdout).digest('hex') });
  }
  return files;
}

async function git(args: readonly string[]): Promise<string> {
  try {
    return (await run('git', [...args], { maxBuffer })).stdout;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new UsageError('git is not installed; --base needs it, --baseline does not');
    throw error;
  }
}
