import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import satisfies from 'spdx-satisfies';
import { repository } from '../cli/run-domicile.js';
import { cyclonedxValidator } from '../exporters/cyclonedx-validator.js';

interface Locked {
  readonly version: string;
  readonly license?: string;
  readonly dev?: boolean;
}

const read = <Shape>(path: string): Shape => JSON.parse(readFileSync(join(repository, path), 'utf8')) as Shape;
const { allowed, stated } = read<{ allowed: string[]; stated: { packages: string[]; licence: string; because: string }[] }>('licences.json');
const locked = Object.entries(read<{ packages: Record<string, Locked> }>('package-lock.json').packages).filter(([path, { dev }]) => path !== '' && dev !== true);
const nameOf = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
const shipped = [...new Map(locked.map(([path, { version, license }]) => [`${nameOf(path)}@${version}`, { name: nameOf(path), license }]))];
const licenceOf = (name: string, own: string | undefined): string | undefined => stated.find(({ packages }) => packages.includes(name))?.licence ?? own;
const isAllowed = (licence: string | undefined): boolean => licence !== undefined && satisfies(licence, allowed);

describe('licences.json', () => {
  it('allows the licence of every package that is shipped', () => {
    expect(shipped.length).toBeGreaterThan(100);
    expect(shipped.filter(([, { name, license }]) => !isAllowed(licenceOf(name, license))).map(([id, { license }]) => `${id}: ${license ?? 'none'}`)).toEqual([]);
  });

  it.each(['GPL-3.0-only', 'MIT AND AGPL-3.0-only', 'SSPL-1.0', undefined])('does not allow %s', (licence) => {
    expect(isAllowed(licence)).toBe(false);
  });

  it('allows none and states none that nothing has', () => {
    const used = shipped.map(([, { name, license }]) => licenceOf(name, license) ?? '');
    expect(allowed.filter((licence) => !used.some((each) => each.replace(/[()]/g, '').split(/ (?:AND|OR) /).includes(licence)))).toEqual([]);
    expect(stated.flatMap(({ packages }) => packages).filter((name) => !shipped.some(([, each]) => each.name === name))).toEqual([]);
  });
});

describe('npm run sbom', () => {
  const made = (): string => {
    const folder = mkdtempSync(join(tmpdir(), 'domicile-sbom-'));
    const { status, stderr } = spawnSync(process.execPath, ['scripts/make-sbom.mjs', folder], { cwd: repository, encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    return folder;
  };
  let folder: string;
  beforeAll(() => {
    folder = made();
  });
  const file = (name: string): string => readFileSync(join(folder, name), 'utf8');

  it('writes CycloneDX that its schema takes, with each package that is shipped, its digest and its licence', () => {
    const text = file('domicile.cdx.json');
    const validate = cyclonedxValidator('1.5');
    expect(validate(text)).toBeNull();
    expect(validate(text.replace('"type": "application"', '"type": "applications"'))).not.toBeNull();
    const { metadata, components } = JSON.parse(text) as { metadata: { component: { name: string; type: string } }; components: { 'bom-ref': string; hashes: { alg: string }[]; licenses: { expression?: string; license?: { id: string } }[] }[] };
    expect(metadata.component).toMatchObject({ name: 'domicile', type: 'application' });
    expect(components.map((component) => component['bom-ref']).sort()).toEqual(shipped.map(([id]) => id).sort());
    for (const { hashes, licenses } of components) {
      expect(hashes[0]?.alg).toBe('SHA-512');
      expect(isAllowed(licenses[0]?.expression ?? licenses[0]?.license?.id)).toBe(true);
    }
  });

  it('lists the licence of each package and the texts of those installed', () => {
    const rows = file('licences.md').split('\n').filter((line) => line.startsWith('| ')).slice(1);
    expect(rows).toHaveLength(shipped.length);
    expect(rows.join('\n')).not.toContain('not stated');
    const texts = file('licences.txt');
    expect(texts).toContain('SIL OPEN FONT LICENSE');
    for (const [path, { version }] of locked) if (existsSync(join(repository, path))) expect(texts).toContain(`==== ${nameOf(path)}@${version}\n`);
  });

  it('gives the same bytes for the same lock', () => {
    const again = made();
    for (const name of ['domicile.cdx.json', 'licences.md', 'licences.txt']) expect(readFileSync(join(again, name), 'utf8')).toBe(file(name));
  });
});
