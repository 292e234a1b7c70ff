import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A folder of the package (`policies`, `dist/policies`, `reports`), found upward from this file wherever it was bundled to. */
export function bundledFolder(name: string): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json')) && existsSync(join(folder, name))) return join(folder, name);
    if (folder === dirname(folder)) throw new Error(`the folder '${name}' of the package is missing; run npm run build`);
  }
}
