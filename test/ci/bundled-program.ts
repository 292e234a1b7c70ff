import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repository } from '../cli/run-domicile.js';

/** A program of this folder in one file: GitHub's libraries load JSON in a way that only bundlers know. */
export function bundledProgram(name: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'domicile-program-')), name);
  const banner = "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";
  execFileSync(join(repository, 'node_modules', '.bin', 'esbuild'), [join(repository, 'test', 'ci', name), '--bundle', '--platform=node', '--format=esm', `--banner:js=${banner}`, `--outfile=${file}`], { stdio: ['ignore', 'ignore', 'pipe'] });
  return file;
}
