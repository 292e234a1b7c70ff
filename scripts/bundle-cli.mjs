/** Bundles the command line: one small entry that starts fast, and chunks that are read only by the commands that need them. */
import { build } from 'esbuild';
import { chmodSync, readdirSync, rmSync } from 'node:fs';

for (const file of readdirSync('dist')) if (/^(domicile|chunk-.*|[a-z-]+-command-[A-Z0-9]+)\.js(\.map)?$/.test(file)) rmSync(`dist/${file}`);
await build({
  entryPoints: { domicile: 'dist/src/cli/main.js' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  banner: { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" },
  logLevel: 'warning',
});
chmodSync('dist/domicile.js', 0o755);
