import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { type Problem } from '../core/inventory/problem.js';
import { type SourceFile } from '../core/inventory/source-file.js';
import { forwardPath } from './forward-path.js';
import { inventoryFile, skippedFolders } from './inventory-file.js';
import { walkFolder } from './walk-folder.js';

export interface ReadSources {
  readonly files: readonly SourceFile[];
  readonly problems: readonly Problem[];
  /** Paths that were given themselves, not found in a folder. */
  readonly given: ReadonlySet<string>;
}

const caps = { fileBytes: 64 * 1024 * 1024, files: 50_000 };

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
    if (kind === undefined) problems.push({ file: forwardPath(path), code: 'not-found', message: 'there is no such file or folder; check the path' });
    else if (kind.isDirectory()) {
      const walked = await walkFolder(path, { wants: (file) => inventoryFile.test(file), skips: skippedFolders });
      for (const file of walked.files) found.add(file);
      problems.push(...walked.problems);
    }
    else {
      found.add(forwardPath(path));
      given.add(forwardPath(path));
    }
  }
  if (found.size > caps.files) problems.push({ file: forwardPath(paths[0] ?? '.'), code: 'too-many', message: `${found.size} files are more than ${caps.files}; name a smaller folder` });
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

function sourceFile(path: string, bytes: Uint8Array): SourceFile {
  return { path, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}
