/**
 * Bundles the command line into one file that starts fast: `dist/domicile.cjs` loads `dist/cli/domicile.cjs` with V8's compiled code beside it.
 * Modules are evaluated when a command first needs them. The compiled code is made for the Node that builds; another Node compiles afresh.
 */
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, rmSync } from 'node:fs';

/** Messages of the schema library in one language: loading fifty costs every start. */
const englishMessagesOnly = {
  name: 'english-messages-only',
  setup: ({ onLoad }) => onLoad({ filter: /zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({ contents: "export { default as en } from './en.js';", loader: 'js' })),
};

/** What draws a PDF stands in a file of its own, so that a check need not read it. */
const drawing = { pdfkit: 'pdfkit', fontkit: 'fontkit' };
const drawingApart = {
  name: 'drawing-apart',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^(pdfkit|fontkit)$/ }, ({ path }) => ({ path, namespace: 'drawing' }));
    onLoad({ filter: /.*/, namespace: 'drawing' }, ({ path }) => ({ contents: `module.exports = require(${JSON.stringify(`./drawing.cjs`)})[${JSON.stringify(drawing[path])}];`, loader: 'js', resolveDir: 'dist/cli' }));
  },
};
const form = { bundle: true, platform: 'node', mainFields: ['module', 'main'], format: 'cjs', target: 'node20', minifySyntax: true, minifyWhitespace: true, charset: 'ascii', legalComments: 'none', logLevel: 'warning' };

rmSync('dist/cli', { recursive: true, force: true });
await build({ ...form, stdin: { contents: "exports.pdfkit = require('pdfkit'); exports.fontkit = require('fontkit');", resolveDir: '.' }, outfile: 'dist/cli/drawing.cjs' });
await build({
  ...form,
  external: ['./drawing.cjs'],
  entryPoints: ['dist/src/cli/main.js'],
  outfile: 'dist/cli/domicile.cjs',
  define: { 'import.meta.url': '__bundleUrl' },
  banner: { js: "const __bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
  plugins: [englishMessagesOnly, drawingApart],
});
copyFileSync('scripts/domicile.cjs', 'dist/domicile.cjs');
chmodSync('dist/domicile.cjs', 0o755);

const warm = spawnSync(process.execPath, ['dist/domicile.cjs', 'check', 'bench/one-deployment.domicile.yaml', '--format', 'json', '--output', 'dist/cli/warm-up.json'], { encoding: 'utf8', env: { ...process.env, DOMICILE_WRITE_CODE_CACHE: '1' } });
if (!existsSync('dist/cli/warm-up.json')) throw new Error(`the bundled command line does not start: ${warm.stderr}`);
rmSync('dist/cli/warm-up.json', { force: true });
