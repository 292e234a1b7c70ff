import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { bundledFolder } from '../../files/bundled-folder.js';
import { type OwnPackOptions } from '../../files/compile-own-packs.js';
import { readTypeEnvironment } from '../../files/read-policy-packs.js';
import { readReference } from '../../files/read-reference.js';

/** What own policies are compiled against: types, controls and the packs of this installation. */
export async function loadPackOptions(): Promise<OwnPackOptions> {
  const [compiled, sources] = [bundledFolder('dist/policies'), bundledFolder('policies')];
  const { controls } = await readReference(join(compiled, 'reference'));
  const shipped = (await readdir(join(compiled, 'packs'))).filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length));
  const folders = (await readdir(sources, { withFileTypes: true })).filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return { environment: await readTypeEnvironment(compiled), controls: new Set(controls.keys()), sources, shipped, taken: [...new Set([...shipped, ...folders])] };
}
