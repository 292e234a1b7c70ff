/** Compiles reference facts and policy packs into canonical JSON below dist/policies, so that a check parses no YAML. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const built = (name) => join(root, 'dist', 'src', 'files', `${name}.js`);
const load = (name) => import(pathToFileURL(built(name)).href);

try {
  const { writeCompiledReference } = await load('write-compiled-reference');
  writeCompiledReference(join(root, 'policies', 'reference'), join(root, 'dist', 'policies', 'reference'));
  if (existsSync(built('compile-packs'))) {
    const { compilePacks } = await load('compile-packs');
    await compilePacks(join(root, 'policies'), join(root, 'dist', 'policies'));
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
