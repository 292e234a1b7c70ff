import { createHash } from 'node:crypto';
import { lstat, readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import { type Problem } from '../core/inventory/problem.js';
import { type SourceFile } from '../core/inventory/source-file.js';
import { inventoryFile, skippedFolders } from './inventory-file.js';
import { staysInside } from './stays-inside.js';

export interface ReadSources {
  readonly files: readonly SourceFile[];
  readonly problems: readonly Problem[];
  /** Paths that were given themselves, not found in a folder. */
  readonly given: ReadonlySet<string>;
}

const caps = { fileBytes: 64 * 1024 * 1024, files: 50_000, depth: 40 };

/** Reads files and folders. A link that leads out of the given folder is not followed; whatever cannot be read is a problem. */
export async function readSourceFiles(paths: readonly string[], stdin?: () => Promise<Uint8Array>): Promise<ReadSources> {
  const problems: Problem[] = [];
  const found = new Set<string>();
  const given = new Set<string>();
  const files: SourceFile[] = [];
  for (const path of paths) {
    if (path === '-') {
      const bytes = stdin === undefined ? new Uint8Array() : await stdin();
      given.add('-');
      files.push(sourceFile('domicile.yaml', bytes));
      continue;
    }
    const kind = await stat(path).catch(() => undefined);
    if (kind === undefined) problems.push({ file: normal(path), code: 'not-found', message: 'there is no such file or folder; check the path' });
    else if (kind.isDirectory()) await collect(path, path, 0, found, problems);
    else {
      found.add(normal(path));
      given.add(normal(path));
    }
  }
  if (found.size > caps.files) problems.push({ file: normal(paths[0] ?? '.'), code: 'too-many', message: `${found.size} files are more than ${caps.files}; name a smaller folder` });
  else for (const path of [...found].sort()) await readOne(path, files, problems);
  return { files, problems, given };
}

async function readOne(path: string, files: SourceFile[], problems: Problem[]): Promise<void> {
  try {
    const { size } = await stat(path);
    if (size > caps.fileBytes) problems.push({ file: path, code: 'too-large', message: `the file has ${size} bytes, more than the ${caps.fileBytes} that are read; split it` });
    else files.push(sourceFile(path, await readFile(path)));
  } catch (error) {
    problems.push({ file: path, code: 'unreadable', message: `cannot be read (${error instanceof Error ? error.message : String(error)}); check its permissions` });
  }
}

async function collect(root: string, folder: string, depth: number, found: Set<string>, problems: Problem[]): Promise<void> {
  if (depth > caps.depth) {
    problems.push({ file: normal(folder), code: 'too-deep', message: `folders nest deeper than ${caps.depth}; name a smaller folder` });
    return;
  }
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    problems.push({ file: normal(folder), code: 'unreadable', message: `cannot be read (${error instanceof Error ? error.message : String(error)}); check its permissions` });
    return [];
  });
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isSymbolicLink() && !(await staysInside(root, path))) {
      problems.push({ file: normal(path), code: 'leads-out', message: 'the link leads out of the folder and is not followed; copy the file', level: 'warning' });
      continue;
    }
    const kind = entry.isSymbolicLink() ? await stat(path).catch(() => undefined) : await lstat(path);
    if (kind?.isDirectory()) {
      if (!skippedFolders.has(entry.name) && !entry.isSymbolicLink()) await collect(root, path, depth + 1, found, problems);
    } else if (kind?.isFile() && inventoryFile.test(normal(path))) found.add(normal(path));
  }
}

function sourceFile(path: string, bytes: Uint8Array): SourceFile {
  return { path, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

const normal = (path: string): string => {
  const forward = path.split(sep).join('/');
  return forward.startsWith('./') && basename(forward) !== '' ? forward.slice(2) : forward;
};
