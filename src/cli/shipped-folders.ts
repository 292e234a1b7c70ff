import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { bundledFolder } from '../files/bundled-folder.js';

/** Names of the folders of shipped packs and overlays, in order. */
export function shippedFolders(): readonly string[] {
  const sources = bundledFolder('policies');
  const names = readdirSync(sources, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name).sort();
  return names.filter((name) => ['pack.yaml', 'overlay.yaml'].some((file) => existsSync(join(sources, name, file))));
}
