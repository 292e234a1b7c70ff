/** Audit of a large inventory from files with every recommended rule: a whole process, its time and its peak memory. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeInventory } from './audit/write-inventory.mjs';

const root = join(import.meta.dirname, '..');
const size = { deployments: 10_000, models: 200, files: 100 };
const mostMemory = 512;

export default async function run(print) {
  const folder = mkdtempSync(join(tmpdir(), 'domicile-bench-'));
  try {
    const bytes = writeInventory(join(folder, 'inventory'), size);
    const started = process.hrtime.bigint();
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'bench', 'audit', 'measured-check.cjs'), join(folder, 'inventory'), '--as-of', '2026-11-23', '--format', 'json', '--output', join(folder, 'result.json')], { encoding: 'utf8', cwd: folder });
    const seconds = Number(process.hrtime.bigint() - started) / 1e9;
    const peak = /peak (\d+) KiB/.exec(stderr)?.[1];
    if (peak === undefined || status === 2 || status === null) throw new Error(`check of ${size.deployments} deployments failed with ${status}: ${stderr.slice(0, 2_000)}${stdout.slice(0, 2_000)}`);
    const { counts, rules } = JSON.parse(readFileSync(join(folder, 'result.json'), 'utf8'));
    const answers = Object.entries(counts).filter(([outcome]) => outcome !== 'waived').reduce((sum, [, count]) => sum + count, 0);
    print(`${size.deployments} deployments in ${size.files} files (${(bytes / 2 ** 20).toFixed(1)} MiB) × ${rules.length} rules: ${answers} verdicts, ${counts.fail + counts.unknown + counts.error} findings`);
    print(`check from files to result: ${seconds.toFixed(1)} s, peak memory ${(Number(peak) / 1024).toFixed(0)} MiB (under ${mostMemory})`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
