/**
 * Runs every worked decision and cost case on several Nodes and fails unless all print the same bytes: as they stand, and decided as a what-if
 * with other seeds. `npm run same-bytes` fetches the Nodes that package.json beside this file pins; `npm run same-bytes -- <node>...` takes others.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const examples = join(root, 'examples', 'decisions');
const seeds = [1, 7, 2_147_483_647];

function run(program, args, options = {}) {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, ...options });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} failed: ${error?.message ?? stderr}`);
  return stdout;
}

function fetchNodes(folder) {
  for (const name of ['package.json', 'package-lock.json']) copyFileSync(join(import.meta.dirname, name), join(folder, name));
  run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder });
  const { dependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return Object.keys(dependencies).map((name) => join(folder, 'node_modules', name, 'bin', 'node'));
}

/** Argument lists for the command line, by what they print. */
function programs(folder) {
  const listed = new Map();
  for (const file of readdirSync(examples).filter((name) => name.endsWith('.yaml'))) {
    const text = readFileSync(join(examples, file), 'utf8');
    const command = /^(cost|size)-/.exec(file)?.[1] ?? 'decide';
    const formats = command === 'decide' ? ['text', 'json', 'markdown'] : ['text', 'json'];
    for (const format of formats) listed.set(`${command} ${file} as ${format}`, [command, join(examples, file), '--format', format]);
    for (const seed of /^seed: /m.test(text) ? seeds : []) {
      const other = join(folder, `${seed}-${file}`);
      writeFileSync(other, text.replace(/^approval:.*\n/m, '').replace(/^( *)seed: \d+$/gm, `$1seed: ${seed}`));
      listed.set(`${command} ${file} with seed ${seed}`, [command, other, '--format', 'json', ...(command === 'decide' ? ['--what-if'] : [])]);
    }
  }
  return listed;
}

const folder = mkdtempSync(join(tmpdir(), 'domicile-same-bytes-'));
try {
  const nodes = process.argv.length > 2 ? process.argv.slice(2) : fetchNodes(folder);
  const asked = programs(folder);
  const digestsOf = (node) => new Map([...asked].map(([what, args]) => [what, createHash('sha256').update(run(node, [join(root, 'dist', 'domicile.cjs'), ...args])).digest('hex')]));
  const expected = digestsOf(process.execPath);
  console.log(`${process.version}: ${expected.size} outputs`);
  for (const node of nodes) {
    const found = digestsOf(node);
    const changed = [...expected].filter(([what, digest]) => found.get(what) !== digest).map(([what]) => what);
    console.log(`${run(node, ['--version']).trim()}: ${changed.length === 0 ? 'the same bytes' : `other bytes in ${changed.join(', ')}`}`);
    if (changed.length > 0) process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
