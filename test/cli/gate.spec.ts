import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type GateAnswers, gateManifest, gatePack, passing } from './gate-files.js';
import { checkJson, folderWith, runDomicile } from './run-domicile.js';

const asOf = ['--as-of', '2026-06-01'];
const folderOf = (answers: GateAnswers): string => folderWith({ 'domicile.yaml': gateManifest(answers), 'pack.yaml': gatePack });
const check = (answers: GateAnswers, ...flags: string[]) => checkJson(['domicile.yaml', ...asOf, ...flags], { cwd: folderOf(answers) });

describe('the gate of domicile check', () => {
  it.each<[string, GateAnswers, string[], number, string, string[]]>([
    ['passes what conforms', passing, [], 0, 'conforming', []],
    ['is blocked by a high fail', { ...passing, commercial: false }, [], 1, 'non-conforming', ['G-1']],
    ['is blocked by a high unknown', { criticality: 'standard' }, [], 3, 'inconclusive', ['G-1']],
    ['lets an unknown through when told to warn', { criticality: 'standard' }, ['--on-unknown', 'warn'], 0, 'inconclusive', []],
    ['lets a low fail through and does not call it conforming', { commercial: true, criticality: 'critical' }, [], 0, 'non-conforming', []],
    ['lets a low unknown through', { commercial: true }, [], 0, 'inconclusive', []],
    ['is blocked by a low fail when told so', { commercial: true, criticality: 'critical' }, ['--fail-on', 'low'], 1, 'non-conforming', ['G-2']],
    ['is blocked by a low unknown when told so', { commercial: true }, ['--fail-on', 'low'], 3, 'inconclusive', ['G-2']],
    ['puts a fail before an unknown', { commercial: false }, ['--fail-on', 'low'], 1, 'non-conforming', ['G-1', 'G-2']],
    ['lets a high fail through when only critical blocks', { ...passing, commercial: false }, ['--fail-on', 'critical'], 0, 'non-conforming', []],
    ['is blocked by an element of a deployment', { ...passing, retentionDays: 31 }, [], 1, 'non-conforming', ['G-3']],
  ])('%s', (_, answers, flags, code, conclusion, blocking) => {
    const { result, ...ran } = check(answers, ...flags);
    expect(ran.code).toBe(code);
    expect(result.conclusion).toBe(conclusion);
    expect(result.gate.blocked).toBe(blocking.length > 0);
    expect(result.findings.filter(({ fingerprint }) => result.gate.by.includes(fingerprint)).map(({ ruleId }) => ruleId)).toEqual(blocking);
  });

  it('says in words that a passed gate with open findings is not conforming', () => {
    const { code, stdout } = runDomicile(['check', 'domicile.yaml', ...asOf], { cwd: folderOf({ commercial: true, criticality: 'critical' }) });
    expect(code).toBe(0);
    expect(stdout).toContain('gate passed, non-conforming: 1 open finding');
    expect(stdout).not.toMatch(/Conclusion: conforming/);
  });

  it('puts wrong input before every verdict', () => {
    const folder = folderOf({ ...passing, commercial: false, extra: '    comercial: true' });
    const { code, result } = checkJson(['domicile.yaml', ...asOf], { cwd: folder });
    expect(code).toBe(2);
    expect(result.problems[0]).toMatchObject({ file: 'domicile.yaml', line: 12, column: 5, code: 'unknown-key', message: expect.stringContaining("did you mean 'commercial'?") });
  });

  it('stops at a rule with a slip in a field, with its line and the nearest name', () => {
    const folder = folderOf(passing);
    writeFileSync(join(folder, 'pack.yaml'), gatePack.replace('check: deployment.commercial', 'check: has(deployment.comercial)'));
    const { code, result } = checkJson(['domicile.yaml', ...asOf], { cwd: folder });
    expect(code).toBe(2);
    expect(result.conclusion).toBe('inconclusive');
    expect(result.problems[0]).toMatchObject({ file: 'pack.yaml', line: 12, message: expect.stringContaining("did you mean 'commercial'?") });
  });
});

describe('a baseline', () => {
  const twoFails = folderOf({ commercial: false, criticality: 'critical' });

  it('tells new findings from known ones and blocks no less for it', () => {
    const folder = folderOf({ ...passing, commercial: false });
    runDomicile(['check', 'domicile.yaml', ...asOf, '--format', 'json', '--output', 'before.json'], { cwd: folder });
    writeFileSync(join(folder, 'domicile.yaml'), gateManifest({ commercial: false, criticality: 'critical' }));
    const { code, result } = checkJson(['domicile.yaml', ...asOf, '--baseline', 'before.json'], { cwd: folder });
    expect(code).toBe(1);
    expect(result.findings.map(({ ruleId, baselineState }) => [ruleId, baselineState])).toEqual([['G-1', 'unchanged'], ['G-2', 'new']]);
    expect(checkJson(['domicile.yaml', ...asOf, '--baseline', 'before.json', '--new-only'], { cwd: folder }).code).toBe(0);
    expect(checkJson(['domicile.yaml', ...asOf, '--baseline', 'before.json', '--new-only', '--fail-on', 'low'], { cwd: folder }).code).toBe(1);
  });

  it('names findings that are gone', () => {
    const before = checkJson(['domicile.yaml', ...asOf], { cwd: twoFails });
    writeFileSync(join(twoFails, 'before.json'), before.stdout);
    writeFileSync(join(twoFails, 'domicile.yaml'), gateManifest(passing));
    const { code, result } = checkJson(['domicile.yaml', ...asOf, '--baseline', 'before.json'], { cwd: twoFails });
    expect(code).toBe(0);
    expect(result.diff?.absent).toEqual(before.result.findings.map(({ fingerprint }) => fingerprint).sort());
  });

  it.each([
    ['no file', undefined, /cannot be read; give a file written by check --format json/],
    ['no JSON', '{', /is no JSON .*; give a file/],
    ['another JSON', '{"schema":"x"}', /is no audit result; give a file/],
  ])('that is %s is refused in one line', (_, text, expected) => {
    const folder = folderWith({ 'domicile.yaml': gateManifest(passing), 'pack.yaml': gatePack, ...(text === undefined ? {} : { 'before.json': text }) });
    const { code, stderr, stdout } = runDomicile(['check', 'domicile.yaml', '--baseline', 'before.json'], { cwd: folder });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(expected);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});
