import { execFileSync } from 'node:child_process';
import { rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gateManifest, gatePack, passing } from './gate-files.js';
import { checkJson, folderWith, runDomicile } from './run-domicile.js';

const git = (folder: string, ...args: string[]): string => execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false', ...args], { cwd: folder, encoding: 'utf8' });

/** A repository whose first commit conforms and whose working tree sends data to another country under another licence. */
function changedRepository(): string {
  const folder = folderWith({ 'ai/domicile.yaml': gateManifest({ ...passing, retentionDays: 10 }), 'ai/pack.yaml': gatePack, 'ai/photo.md': 'no card' });
  git(folder, 'init', '-q');
  git(folder, 'add', '.');
  git(folder, 'commit', '-qm', 'first');
  writeFileSync(join(folder, 'ai/domicile.yaml'), gateManifest({ ...passing, retentionDays: 40, country: 'US', licence: 'LicenseRef-Llama-3.1-Community' }).replace('retentionDays: 40 }', 'retentionDays: 40 }\n      - { id: g, stage: log, to: q, processingCountries: [CN], retentionDays: 1 }'));
  return folder;
}

describe('--base', () => {
  it.each([
    ['from the root', '.', 'ai', 'HEAD'],
    ['from a folder below', 'ai', '.', 'HEAD'],
    ['of one file', 'ai', 'domicile.yaml', 'HEAD'],
  ])('shows new egress, licence changes and new findings %s', (_, cwd, path, revision) => {
    const { code, result } = checkJson([path, '--base', revision, '--as-of', '2026-06-01'], { cwd: join(changedRepository(), cwd) });
    expect(code).toBe(1);
    expect(result.findings.map(({ ruleId, baselineState }) => [ruleId, baselineState])).toEqual([['G-3', 'new']]);
    expect(result.diff).toEqual({
      egress: [
        { flow: 'd/f', from: 'd', to: 'p (US)', change: 'changed' },
        { flow: 'd/g', from: 'd', to: 'q (CN)', change: 'added' },
      ],
      licences: [{ model: 'm', before: 'MIT', after: 'LicenseRef-Llama-3.1-Community' }],
      absent: [],
    });
  });

  it('is shown in the comment for a pull request', () => {
    const { stdout } = runDomicile(['check', '.', '--base', 'HEAD', '--format', 'markdown'], { cwd: changedRepository() });
    expect(stdout).toContain('- findings: 1 new, 0 gone, 0 still there');
    expect(stdout).toContain('- egress added: `d/g` (d to q (CN))');
    expect(stdout).toContain('- licence of `m`: MIT became LicenseRef-Llama-3.1-Community');
  });

  it('where nothing was audited before shows everything as new', () => {
    const folder = changedRepository();
    git(folder, 'checkout', '-q', '--orphan', 'other');
    git(folder, 'rm', '-rqf', '--cached', '.');
    git(folder, 'commit', '-qm', 'empty', '--allow-empty');
    const { result } = checkJson(['.', '--base', 'HEAD'], { cwd: folder });
    expect(result.diff?.egress.map(({ change }) => change)).toEqual(['added', 'added']);
    expect(result.findings.every(({ baselineState }) => baselineState === 'new')).toBe(true);
  });

  it('reads neither links nor other repositories inside', () => {
    const folder = changedRepository();
    symlinkSync('/etc/hostname', join(folder, 'link.yaml'));
    git(folder, 'add', 'link.yaml');
    git(folder, 'update-index', '--add', '--cacheinfo', `160000,${git(folder, 'rev-parse', 'HEAD').trim()},sub.yaml`);
    git(folder, 'commit', '-qm', 'odd');
    rmSync(join(folder, 'link.yaml'));
    expect(checkJson(['ai', '--base', 'HEAD'], { cwd: folder }).code).toBe(1);
    expect(checkJson(['.', '--base', 'HEAD'], { cwd: folder }).code).toBe(1);
  });

  it('that git does not know is refused', () => {
    const { code, stderr, stdout } = runDomicile(['check', '.', '--base', 'origin/main'], { cwd: changedRepository() });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toBe("git knows no revision 'origin/main'; fetch it first (in CI: fetch-depth 0)\n");
  });
});
