import { statSync } from 'node:fs';
import { UsageError } from './usage-error.js';

/** What is read as inventory: the paths that were given, else what lies in the code that was. */
export function manifestPaths(paths: readonly string[], code: readonly string[] | undefined): readonly string[] {
  if (paths.length > 0) return paths;
  if (code === undefined) throw new UsageError("missing required argument 'path'; name a manifest or a folder, or source code with --code");
  return code.filter((path) => /domicile\.(ya?ml|json)$/i.test(path) || statSync(path, { throwIfNoEntry: false })?.isDirectory() === true);
}
