import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { type AuditResult } from '../../src/core/audit/audit-result.js';

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
}

export const repository = resolve(__dirname, '../..');
const bundle = join(repository, 'dist', 'domicile.cjs');

/** Runs the built command line as a process of its own. */
export function runDomicile(args: readonly string[], { cwd = repository, stdin = '', env = {} }: RunOptions = {}): Ran {
  if (!existsSync(bundle)) throw new Error(`${bundle} is missing; run npm run build`);
  const { status, stdout, stderr } = spawnSync(process.execPath, [bundle, ...args], { cwd, input: stdin, encoding: 'utf8', env: { ...process.env, ...env }, maxBuffer: 256 * 1024 * 1024 });
  return { code: status, stdout, stderr };
}

/** `check --format json` with the result read. */
export function checkJson(args: readonly string[], options: RunOptions = {}): Ran & { readonly result: AuditResult } {
  const ran = runDomicile(['check', ...args, '--format', 'json'], options);
  try {
    return { ...ran, result: JSON.parse(ran.stdout) as AuditResult };
  } catch {
    throw new Error(`no JSON (exit code ${String(ran.code)}): ${ran.stderr}${ran.stdout.slice(0, 500)}`);
  }
}

/** A new folder that holds the given files. */
export function folderWith(files: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'domicile-cli-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}
