import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AuditResult } from '../../src/core/audit/audit-result.js';
import { runDomicile } from './run-domicile.js';

const manifest = `domicile: 1
organisation: { id: acme, name: Acme GmbH, seat: DE }
providers: [{ id: own, name: Acme IT, kind: own, country: DE }]
models: [{ id: bloom, name: BLOOM }, { id: falcon, name: Falcon }, { id: shelf, name: Shelf }]
deployments:
  - { id: translate, name: Translation, model: bloom, provider: own, environment: production, owner: Sales }
  - { id: search, name: Search, model: falcon, provider: own, environment: staging, owner: Sales }
  - { id: old, name: Old, model: falcon, provider: own, status: retired, environment: test }
`;

const folder = mkdtempSync(join(tmpdir(), 'domicile-part-'));
writeFileSync(join(folder, 'domicile.yaml'), manifest);
const check = (...args: string[]) => runDomicile(['check', 'domicile.yaml', '--as-of', '2026-11-23', ...args], { cwd: folder });
const resultOf = (...args: string[]): AuditResult => JSON.parse(check('--format', 'json', ...args).stdout) as AuditResult;

describe('check --only', () => {
  it('judges the subjects named, with the models that deployments run, as the whole audit does', () => {
    const whole = resultOf();
    const part = resultOf('--only', 'environment=production');
    expect(part.part).toEqual({ only: ['environment=production'], subjects: ['deployment/translate', 'model/bloom'], of: 6 });
    expect(part.findings).toEqual(whole.findings.filter(({ subject }) => subject === 'deployment/translate' || subject === 'model/bloom'));
    expect(part.findings.length).toBeGreaterThan(0);
    expect(part.licences.map(({ model }) => model)).toEqual(['bloom']);
    expect(part.digests).toEqual(whole.digests);
    expect(whole).not.toHaveProperty('part');
  });

  it('says in every format for people and for machines that it is of a part', () => {
    for (const format of ['text', 'markdown', 'sarif', 'oscal', 'junit', 'github', 'gitlab', 'in-toto', 'json']) {
      const { stdout } = check('--only', 'deployment/search', '--format', format);
      expect(stdout).toMatch(/a part|"part"/);
      expect(stdout).toContain('deployment/search');
    }
  });

  it('takes any value of one field, and all of several fields', () => {
    expect(resultOf('--only', 'environment=production', '--only', 'environment=staging').part?.subjects).toHaveLength(4);
    expect(resultOf('--only', 'owner=Sales', '--only', 'environment=staging').part?.subjects).toEqual(['deployment/search', 'model/falcon']);
    expect(resultOf('--only', 'environment=staging', '--only', 'model/shelf').part?.subjects).toEqual(['deployment/search', 'model/falcon', 'model/shelf']);
  });

  it.each([
    ['deployment/transalte', "there is no subject 'deployment/transalte' to audit; did you mean deployment/translate?"],
    ['deployment/old', "there is no subject 'deployment/old' to audit"],
    ['environment=test', 'no deployment in use has environment=test'],
    ['owner=Sale', 'no deployment in use has owner=Sale; did you mean Sales?'],
    ['enviroment=production', "'enviroment' is nothing a part is chosen by"],
    ['=', "'' is nothing a part is chosen by"],
    ['', "there is no subject ''"],
  ])('refuses %s', (only, message) => {
    const { code, stderr, stdout } = check('--only', only);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });

  it('refuses a part that nothing fits, and a comparison', () => {
    const apart = check('--only', 'environment=production', '--only', 'model=falcon');
    expect([apart.code, apart.stderr]).toEqual([2, expect.stringContaining('nothing would be audited')]);
    expect(check('--only', 'deployment/search', '--baseline', 'x.json').stderr).toContain('compared with nothing');
  });

  it('prints a report that says so, and whose inputs give it again', () => {
    expect(runDomicile(['report', 'domicile.yaml', '--as-of', '2026-11-23', '--only', 'deployment/search', '-o', 'part.pdf', '--no-progress'], { cwd: folder }).code).toBe(0);
    expect(readFileSync(join(folder, 'part.pdf')).length).toBeGreaterThan(1000);
    expect(runDomicile(['verify', 'part.pdf', '--inputs', 'domicile.yaml'], { cwd: folder }).stdout).toContain('part.pdf: verified');
  });
});
