import { lstat, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Problem } from '../core/inventory/problem.js';
import { forwardPath } from './forward-path.js';
import { staysInside } from './stays-inside.js';

export interface FolderWalk {
  /** Whether a file is wanted, by its path with forward slashes. */
  readonly wants: (path: string) => boolean;
  /** Names of folders that are not looked into. */
  readonly skips: ReadonlySet<string>;
}

export interface WalkedFolder {
  /** With forward slashes, as the folder was given. */
  readonly files: readonly string[];
  /** Folders that were not looked into. */
  readonly skipped: readonly string[];
  readonly problems: readonly Problem[];
}

const deepest = 40;

/** The files of a folder and of all below it. A link that leads out of the folder is not followed; whatever cannot be read is a problem. */
export async function walkFolder(root: string, { wants, skips }: FolderWalk): Promise<WalkedFolder> {
  const files: string[] = [];
  const skipped: string[] = [];
  const problems: Problem[] = [];

  async function look(folder: string, depth: number): Promise<void> {
    if (depth > deepest) {
      problems.push({ file: forwardPath(folder), code: 'too-deep', message: `folders nest deeper than ${deepest}; name a smaller folder` });
      return;
    }
    const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
      problems.push({ file: forwardPath(folder), code: 'unreadable', message: `cannot be read (${error instanceof Error ? error.message : String(error)}); check its permissions` });
      return [];
    });
    for (const entry of entries) {
      const path = join(folder, entry.name);
      if (entry.isSymbolicLink() && !(await staysInside(root, path))) {
        problems.push({ file: forwardPath(path), code: 'leads-out', message: 'the link leads out of the folder and is not followed; copy the file', level: 'warning' });
        continue;
      }
      const kind = entry.isSymbolicLink() ? await stat(path).catch(() => undefined) : await lstat(path);
      if (kind?.isDirectory() === true && skips.has(entry.name)) skipped.push(forwardPath(path));
      else if (kind?.isDirectory() === true && !entry.isSymbolicLink()) await look(path, depth + 1);
      else if (kind?.isFile() === true && wants(forwardPath(path))) files.push(forwardPath(path));
    }
  }

  await look(root, 0);
  return { files, skipped, problems };
}
