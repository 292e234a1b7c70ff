import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { type Problem } from '../core/inventory/problem.js';
import { type SourceFile } from '../core/inventory/source-file.js';
import { forwardPath } from './forward-path.js';
import { archiveFile, inventoryFile, skippedFolders, weightsFile } from './inventory-file.js';
import { walkFolder } from './walk-folder.js';

export interface ReadSources {
  readonly files: readonly SourceFile[];
  readonly problems: readonly Problem[];
  /** Paths that were given themselves, not found in a folder. */
  readonly given: ReadonlySet<string>;
  /** Files of weights in the folders, whose bytes were not read. */
  readonly weights: readonly string[];
}

const caps = { fileBytes: 64 * 1024 * 1024, files: 50_000 };

/** Reads files and folders. A link that leads out of the given folder is not followed; whatever cannot be read is a problem. */
export async function readSourceFiles(paths: readonly string[], stdin?: () => Promise<Uint8Array>): Promise<ReadSources> {
  const problems: Problem[] = [];
  const found = new Set<string>();
  const given = new Set<string>();
  const files: SourceFile[] = [];
  const weights: string[] = [];
  const archives: string[] = [];
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
      const walked = await walkFolder(path, { wants: isOfUse, skips: skippedFolders });
      for (const file of walked.files) {
        if (inventoryFile.test(file)) found.add(file);
        else (weightsFile.test(file) ? weights : archives).push(file);
      }
      problems.push(...walked.problems);
    }
    else {
      found.add(forwardPath(path));
      given.add(forwardPath(path));
    }
  }
  if (found.size > caps.files) problems.push({ file: forwardPath(paths[0] ?? '.'), code: 'too-many', message: `${found.size} files are more than ${caps.files}; name a smaller folder` });
  else for (const path of [...found].sort()) await readOne(path, files, problems);
  return { files, problems: [...problems, ...passedOver(archives)], given, weights };
}

const isOfUse = (file: string): boolean => inventoryFile.test(file) || weightsFile.test(file) || archiveFile.test(file);

function passedOver(archives: readonly string[]): Problem[] {
  const [first] = archives;
  return first === undefined ? [] : [{ file: first, code: 'archive', message: `${archives.length === 1 ? 'the archive was' : `this and ${archives.length - 1} more archives were`} not looked into; unpack what belongs to the inventory`, level: 'warning' }];
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
