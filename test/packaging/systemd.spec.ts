import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repository } from '../cli/run-domicile.js';

const folder = join(repository, 'deploy', 'systemd');
const units = readdirSync(folder);
const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0;

describe('deploy/systemd', () => {
  it('has a unit for the API and one for any number of workers', () => {
    expect(units).toEqual(['domicile-server.service', 'domicile-worker@.service']);
    expect(units.map((name) => /^ExecStart=(.*)$/m.exec(readFileSync(join(folder, name), 'utf8'))?.[1])).toEqual(['/usr/bin/node dist/src/server/main.js start', '/usr/bin/node dist/src/server/main.js worker']);
  });

  if (!hasSystemd) {
    console.warn('SKIPPED: units of systemd; this machine has no systemd-analyze');
    it.skip('holds to systemd (systemd-analyze is not installed)', () => undefined);
    return;
  }

  /** A copy whose program is the Node of this machine, which need not be where the unit looks for it. */
  const copyOf = (name: string, change = (text: string): string => text): string => {
    const place = join(mkdtempSync(join(tmpdir(), 'domicile-unit-')), name.replace('@.', '@1.'));
    writeFileSync(place, change(readFileSync(join(folder, name), 'utf8').replace('/usr/bin/node', process.execPath)));
    return place;
  };
  const verify = (path: string): { readonly status: number | null; readonly stderr: string } => spawnSync('systemd-analyze', ['verify', '--man=no', path], { encoding: 'utf8' });

  it.each(units)('%s holds to systemd, which names what does not', (name) => {
    const said = ({ stderr }: { readonly stderr: string }): string[] => stderr.split('\n').filter((line) => line.includes('domicile-'));
    expect(said(verify(copyOf(name)))).toEqual([]);
    expect(said(verify(copyOf(name, (text) => text.replace('ProtectHome=yes', 'ProtectHome=perhaps')))).join('\n')).toContain('protect home');
  });

  it.each(units)('%s exposes little, by the measure of systemd', (name) => {
    const { stdout, status } = spawnSync('systemd-analyze', ['security', '--offline=true', '--threshold=20', '--no-pager', copyOf(name)], { encoding: 'utf8' });
    expect([status, stdout.match(/exposure level .*/)?.[0]]).toEqual([0, expect.stringContaining('OK')]);
    expect(spawnSync('systemd-analyze', ['security', '--offline=true', '--threshold=20', '--no-pager', copyOf(name, (text) => text.replace(/^Protect.*\n|^Capability.*\n/gm, ''))]).status).not.toBe(0);
  });
});
