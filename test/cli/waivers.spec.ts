import { gateManifest, gatePack, gateWaiver, passing, type WaiverChanges } from './gate-files.js';
import { checkJson, folderWith, runDomicile } from './run-domicile.js';

const manifest = gateManifest({ ...passing, commercial: false });
const folderOf = (changes: WaiverChanges, text = manifest): string => folderWith({ 'domicile.yaml': text, 'pack.yaml': gatePack, 'waivers.yaml': gateWaiver(changes) });
const args = (asOf: string): string[] => ['domicile.yaml', '--waivers', 'waivers.yaml', '--as-of', asOf];

describe('a waiver', () => {
  it('keeps a fail from blocking and leaves it a fail, counted and printed', () => {
    const folder = folderOf({});
    const { code, result } = checkJson(args('2026-06-01'), { cwd: folder });
    expect(code).toBe(0);
    expect(result.counts).toMatchObject({ fail: 1, waived: 1 });
    expect(result.conclusion).toBe('conforming');
    expect(result.gate).toEqual({ blocked: false, by: [] });
    expect(result.findings[0]).toMatchObject({ ruleId: 'G-1', verdict: 'fail', waiver: { id: 'W-1', state: 'active', reason: 'risk-accepted', approvedBy: ['ada'], expiresAt: '2026-07-01' } });
    expect(runDomicile(['check', ...args('2026-06-01')], { cwd: folder }).stdout).toMatch(/fail high G-1[^]*waived by W-1 \(risk-accepted\), approved by ada, active until 2026-07-01/);
  });

  it('is announced as expiring within the notice of the pack', () => {
    expect(checkJson(args('2026-06-25'), { cwd: folderOf({}) }).result.findings[0]?.waiver?.state).toBe('expiring');
  });

  it.each<[string, string, WaiverChanges, string, RegExp]>([
    ['has expired, to the instant', '2026-07-01', {}, 'expired', /expired 2026-07-01/],
    ['is not yet valid', '2026-04-30', {}, 'not-yet-valid', /valid from 2026-05-01/],
    ['was approved by whoever asked for it', '2026-06-01', { approvedBy: 'grace' }, 'invalid', /cannot approve it/],
    ['runs longer than the pack allows', '2026-06-01', { expiresAt: '2026-08-01' }, 'invalid', /more than the 90 days/],
    ['was approved in another role', '2026-06-01', { role: 'intern' }, 'invalid', /asks for the approval of: officer/],
    ['is about another subject', '2026-06-01', { subject: 'deployment/e' }, 'unused', /retire it/],
    ['is about a rule that passed', '2026-06-01', { rules: 'G-2' }, 'unused', /retire it/],
    ['has a guard that no longer holds', '2026-06-01', { guard: "deployment.criticality == 'low'" }, 'guard-ended', /no longer true/],
    ['has a guard that cannot be told', '2026-06-01', { guard: 'deployment.usersPerMonth < 10' }, 'guard-ended', /is unknown/],
  ])('that %s lets the fail block', (_, asOf, changes, state, note) => {
    const { code, result } = checkJson(args(asOf), { cwd: folderOf(changes) });
    expect(code).toBe(1);
    expect(result.counts).toMatchObject({ fail: 1, waived: 0 });
    expect(result.waivers).toEqual([expect.objectContaining({ id: 'W-1', state, note: expect.stringMatching(note) })]);
  });

  it('with a guard that holds is in force', () => {
    expect(checkJson(args('2026-06-01'), { cwd: folderOf({ guard: "deployment.criticality == 'standard'" }) }).code).toBe(0);
  });

  it('whose guard names a field that does not exist stops the check', () => {
    const { code, result } = checkJson(args('2026-06-01'), { cwd: folderOf({ guard: 'deployment.criticalty' }) });
    expect(code).toBe(2);
    expect(result.problems[0]?.message).toContain("did you mean 'criticality'?");
  });

  it('of a shape nobody knows stops the check, with its line', () => {
    const folder = folderWith({ 'domicile.yaml': manifest, 'pack.yaml': gatePack, 'waivers.yaml': gateWaiver().replace('reason: risk-accepted', 'reason: because') });
    const { code, result } = checkJson(args('2026-06-01'), { cwd: folder });
    expect(code).toBe(2);
    expect(result.problems[0]).toMatchObject({ file: 'waivers.yaml', line: 9, code: 'invalid-waiver' });
  });

  it('file that is not there stops the check', () => {
    const { code, result } = checkJson(['domicile.yaml', '--waivers', 'none.yaml'], { cwd: folderOf({}) });
    expect(code).toBe(2);
    expect(result.problems[0]).toMatchObject({ file: 'none.yaml', message: expect.stringContaining('check the path') });
  });

  it('gives another answer as of an earlier day', () => {
    const folder = folderOf({});
    expect(checkJson(args('2026-06-01'), { cwd: folder }).code).toBe(0);
    expect(checkJson(args('2026-08-01'), { cwd: folder }).code).toBe(1);
  });
});
