import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gateManifest, gatePack } from '../cli/gate-files.js';
import { folderWith } from '../cli/run-domicile.js';

export const git = (folder: string, ...args: string[]): string => execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false', ...args], { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();

export interface SampleRepository {
  /** A clone of the change alone, as shallow as CI makes it. */
  readonly folder: string;
  /** Commit of the base, which the clone does not have. */
  readonly base: string;
}

/** A change that adds a fail (G-3), mends one (G-1) and leaves one (G-2). */
export function sampleRepository(files: Readonly<Record<string, string>> = {}): SampleRepository {
  const origin = folderWith({ 'domicile.yaml': gateManifest({ commercial: false, criticality: 'critical', retentionDays: 10 }), 'pack.yaml': gatePack, ...files });
  git(origin, 'init', '-q', '-b', 'main');
  git(origin, 'add', '.');
  git(origin, 'commit', '-qm', 'base');
  const base = git(origin, 'rev-parse', 'HEAD');
  git(origin, 'checkout', '-q', '-b', 'change');
  writeFileSync(join(origin, 'domicile.yaml'), gateManifest({ commercial: true, criticality: 'critical', retentionDays: 40 }));
  git(origin, 'commit', '-qam', 'change');
  const folder = mkdtempSync(join(tmpdir(), 'domicile-clone-'));
  git(folder, 'clone', '-q', '--depth', '1', '--branch', 'change', `file://${origin}`, '.');
  return { folder, base };
}
