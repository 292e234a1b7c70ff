import { relative, resolve } from 'node:path';
import { type InventoryFragment } from '../../src/core/inventory/inventory-fragment.js';
import { readSourceFiles } from '../../src/files/read-source-files.js';
import { importSources } from '../../src/importers/import-sources.js';

/** What the files of the example organisation state. */
export async function exampleFragments(): Promise<readonly InventoryFragment[]> {
  const { files } = await readSourceFiles([relative(process.cwd(), resolve(__dirname, '../../examples/nordlicht'))]);
  return importSources(files).fragments;
}
