/** Builds the pages of src/web into dist/web, each text with its gzip beside it. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

const folder = join(process.cwd(), 'dist/web');

await build({
  configFile: false,
  root: join(process.cwd(), 'src/web'),
  logLevel: 'warn',
  build: { outDir: folder, emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0, chunkSizeWarningLimit: 2000, reportCompressedSize: false, rolldownOptions: { onwarn } },
});

/** Marks for servers that render React, which is not done here, are left out without a word. */
function onwarn(warning, tell) {
  if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') tell(warning);
}

for (const name of readdirSync(folder, { recursive: true })) {
  if (!/\.(js|css|html|svg)$/.test(name)) continue;
  const path = join(folder, name);
  writeFileSync(`${path}.gz`, gzipSync(readFileSync(path), { level: 9 }));
}
