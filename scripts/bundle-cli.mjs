/**
 * Bundles the command line into one file that starts fast: `dist/domicile.cjs` loads `dist/cli/domicile.cjs` with V8's compiled code beside it.
 * Modules are evaluated when a command first needs them. The compiled code is made for the Node that builds; another Node compiles afresh.
 */
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

/** Messages of the schema library in one language: loading fifty costs every start. */
const englishMessagesOnly = {
  name: 'english-messages-only',
  setup: ({ onLoad }) => onLoad({ filter: /zod[\\/]v4[\\/]locales[\\/]index\.cjs$/ }, () => ({ contents: "exports.en = require('./en.cjs').default;", loader: 'js' })),
};

/** What draws, signs and reads a PDF, or writes tables, stands in files of its own, so that a check need not read it. */
const apart = { drawing: ['pdfkit', 'fontkit'], signing: ['pkijs', 'asn1js', '@cantoo/pdf-lib'], tables: ['csv-stringify/sync', 'write-excel-file/node', 'fflate'] };
const standsIn = new Map(Object.entries(apart).flatMap(([file, names]) => names.map((name) => [name, file])));
const librariesApart = {
  name: 'libraries-apart',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^[@a-z0-9/-]+$/ }, ({ path }) => (standsIn.has(path) ? { path, namespace: 'apart' } : undefined));
    onLoad({ filter: /.*/, namespace: 'apart' }, ({ path }) => ({ contents: `module.exports = require(${JSON.stringify(`./${standsIn.get(path)}.cjs`)})[${JSON.stringify(path)}];`, loader: 'js', resolveDir: 'dist/cli' }));
  },
};
/** The parser of command lines can start other programs; this one never does, and loading what would do it costs every start. */
const noOtherPrograms = {
  name: 'no-other-programs',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^node:child_process$/ }, ({ path, importer }) => (/[\\/]commander[\\/]/.test(importer) ? { path, namespace: 'when-called' } : undefined));
    onLoad({ filter: /.*/, namespace: 'when-called' }, () => ({ contents: "exports.spawn = (...call) => require('node:child_process').spawn(...call);", loader: 'js' }));
  },
};
/** What an ES module exports as its default is that, not the module, once both are bundled. */
const isEsModule = (name) => JSON.parse(readFileSync(`node_modules/${/^(@[^/]+\/)?[^/]+/.exec(name)[0]}/package.json`, 'utf8')).type === 'module';
const withDefaults = (text) => text.replace(/__toESM\(require\("([a-z@][^":]*)"\), 1\)/g, (whole, name) => (isEsModule(name) ? `__toESM(require("${name}"))` : whole));
/** A module is evaluated when something of it is first used, not when another module that could use it is. */
const whenUsed = {
  name: 'when-used',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/]dist[\\/]separate[\\/].+\.js$/ }, async ({ path }) => {
      const required = new Map();
      const whole = withDefaults(await readFile(path, 'utf8'));
      const exporting = whole.includes('__toESM(') ? whole : whole.replace(/^var __defProp = [^]*?^__export\(\w+, \{\n([^}]*)\}\);\nmodule\.exports = .*\n/m, '__exportAll(module.exports, {\n$1});\n');
      const body = exporting.replace(/^var (import_\w+) = (require\("[^"]+"\));\n/gm, (_, name, call) => (required.set(name, `(${call})`), ''));
      return { contents: body.replace(/\bimport_\w+\b/g, (name) => required.get(name) ?? name), loader: 'js' };
    }),
};
const bundleUrl = { 'import.meta.url': '__bundleUrl' };
const form = { bundle: true, platform: 'node', mainFields: ['module', 'main'], format: 'cjs', target: 'node20', minifySyntax: true, minifyWhitespace: true, charset: 'ascii', legalComments: 'none', logLevel: 'warning' };

rmSync('dist/cli', { recursive: true, force: true });
for (const [file, names] of Object.entries(apart)) await build({ ...form, stdin: { contents: names.map((name) => `exports['${name}'] = require('${name}');`).join(''), resolveDir: '.' }, outfile: `dist/cli/${file}.cjs` });
await build({ entryPoints: ['cli', 'code', 'core', 'exporters', 'files', 'importers', 'signing', 'weights'].map((room) => `dist/src/${room}/**/*.js`), outbase: 'dist/src', outdir: 'dist/separate', format: 'cjs', platform: 'node', target: 'node20', define: bundleUrl, supported: { 'dynamic-import': true }, logLevel: 'warning' });
writeFileSync('dist/separate/package.json', '{ "type": "commonjs" }');
await build({
  ...form,
  external: Object.keys(apart).map((file) => `./${file}.cjs`),
  entryPoints: ['dist/separate/cli/main.js'],
  outfile: 'dist/cli/domicile.cjs',
  banner: { js: "(function (exports, require, module, __filename, __dirname) { const __exportAll = (to, all) => { for (const name in all) Object.defineProperty(to, name, { get: all[name], enumerable: true }); }; const __bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
  footer: { js: '})' },
  plugins: [englishMessagesOnly, librariesApart, noOtherPrograms, whenUsed],
});
rmSync('dist/separate', { recursive: true });
copyFileSync('scripts/domicile.cjs', 'dist/domicile.cjs');
chmodSync('dist/domicile.cjs', 0o755);

/** One start of each kind leaves its compiled code. */
const warmUp = 'dist/cli/warm-up.json';
const runs = { check: ['bench/one-deployment.domicile.yaml', '--format', 'json', '--output', warmUp], decide: ['examples/decisions/open-wins.yaml'] };
for (const [command, args] of Object.entries(runs)) {
  const { stdout, stderr } = spawnSync(process.execPath, ['dist/domicile.cjs', command, ...args], { encoding: 'utf8', env: { ...process.env, DOMICILE_WRITE_CODE_CACHE: '1' } });
  if (stdout === '' && !existsSync(warmUp)) throw new Error(`the bundled command line does not ${command}: ${stderr}`);
  rmSync(warmUp, { force: true });
}
