import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const longest = 100_000;

/** Plain names of folders that the .gitignore of a folder names, such as dist and vendor; patterns and exceptions are left to git. */
export async function ignoredFolders(folder: string): Promise<ReadonlySet<string>> {
  const text = await readFile(join(folder, '.gitignore'), 'utf8').catch(() => '');
  const names = text.slice(0, longest).split('\n').map((line) => /^(?:\*\*\/|\/)?([\w.@-]+)\/?(?:\*\*?)?$/.exec(line.trim())?.[1]);
  return new Set(names.filter((name) => name !== undefined));
}
