import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { type Problem } from '../core/inventory/problem.js';
import { forwardPath } from './forward-path.js';
import { ignoredFolders } from './ignored-folders.js';
import { walkFolder } from './walk-folder.js';

export interface ReadCodeFile {
  readonly path: string;
  /** Below the folder that was given. */
  readonly inside: string;
  readonly text: string;
  readonly sha256: string;
  readonly ignored: boolean;
}

export interface ReadCode {
  readonly files: readonly ReadCodeFile[];
  readonly problems: readonly Problem[];
  /** Folders of tools and installed packages, which are not looked into. */
  readonly passedOver: readonly string[];
}

const caps = { fileBytes: 2 * 1024 * 1024, files: 50_000 };
const toolFolders: ReadonlySet<string> = new Set(['.git', '.hg', '.svn', 'node_modules', '.venv', 'venv', 'site-packages', '__pycache__', '.terraform', '.gradle', '.mypy_cache', '.pytest_cache', '.tox', '.yarn', '.pnpm-store']);

/** Reads the files of folders that `wanted` names, and files that are given. A link that leads out of its folder is not followed; what is too large, binary or unreadable is a problem. */
export async function readCodeFiles(paths: readonly string[], wanted: (path: string) => boolean): Promise<ReadCode> {
  const found = new Map<string, { readonly inside: string; readonly ignored: boolean }>();
  const problems: Problem[] = [];
  const passedOver: string[] = [];
  for (const path of paths) {
    const kind = await stat(path).catch(() => undefined);
    if (kind === undefined) problems.push({ file: forwardPath(path), code: 'not-found', message: 'there is no such file or folder; check the path' });
    else if (kind.isFile()) found.set(forwardPath(path), { inside: forwardPath(path).slice(forwardPath(path).lastIndexOf('/') + 1), ignored: false });
    else {
      const walked = await walkFolder(path, { wants: wanted, skips: toolFolders });
      const ignored = await ignoredFolders(path);
      const start = path === '.' ? 0 : forwardPath(path).replace(/\/+$/, '').length + 1;
      for (const file of walked.files) found.set(file, { inside: file.slice(start), ignored: file.slice(start).split('/').slice(0, -1).some((name) => ignored.has(name)) });
      problems.push(...walked.problems);
      passedOver.push(...walked.skipped.filter((folder) => !/(^|\/)\.git$/.test(folder)));
    }
  }
  if (found.size > caps.files) return { files: [], problems: [...problems, { file: forwardPath(paths[0] ?? '.'), code: 'too-many', message: `${found.size} files of code are more than ${caps.files}; name a smaller folder` }], passedOver };
  const files: ReadCodeFile[] = [];
  for (const [path, place] of [...found].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const read = await readOne(path);
    if ('problem' in read) problems.push(read.problem);
    else files.push({ path, ...place, ...read });
  }
  return { files, problems, passedOver };
}

async function readOne(path: string): Promise<{ readonly text: string; readonly sha256: string } | { readonly problem: Problem }> {
  const warn = (code: string, message: string): { readonly problem: Problem } => ({ problem: { file: path, code, message, level: 'warning' } });
  try {
    const { size } = await stat(path);
    if (size > caps.fileBytes) return warn('too-large', `the file has ${size} bytes, more than the ${caps.fileBytes} that are looked through; split it, or check it by hand`);
    const bytes = await readFile(path);
    if (bytes.subarray(0, 8_000).includes(0)) return warn('binary', 'the file is not text, and was not looked through; check it by hand');
    return { text: new TextDecoder().decode(bytes), sha256: createHash('sha256').update(bytes).digest('hex') };
  } catch (error) {
    return { problem: { file: path, code: 'unreadable', message: `cannot be read (${error instanceof Error ? error.message : String(error)}); check its permissions` } };
  }
}
