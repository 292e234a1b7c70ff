import { z } from 'zod';
import { compilePack, type CompileResult } from './compile-pack.js';
import { typeEnvironmentOf } from './type-environment-of.js';

const flow = z.strictObject({
  id: z.string().max(40),
  personalData: z.boolean().optional(),
  processingCountries: z.array(z.string().max(3)).max(60).optional(),
  scope: z.enum(['site', 'region', 'global']).optional(),
  transferBasis: z.strictObject({ mechanism: z.enum(['scc', 'bcr', 'none']).optional(), signedAt: z.union([z.iso.date(), z.iso.datetime({ offset: true })]).optional() }).optional(),
});
const deployment = z.strictObject({ id: z.string().max(40), flows: z.array(flow).max(50).optional() });
const environment = typeEnvironmentOf({ flow, deployment, organisation: z.strictObject({ id: z.string().max(40) }) });

const rule = {
  id: 'TRF-01',
  title: 'Flow without valid tool',
  severity: 'critical',
  subject: 'flow',
  controls: ['GDPR-44'],
  rationale: 'A transfer needs a ground.',
  appliesTo: 'flow.personalData',
  check: 'flow.processingCountries.all(c, c in params.adequate) || flow.transferBasis.mechanism in params.mechanisms',
  message: 'Flow ${flow.id} sends data to ${flow.processingCountries}.',
  remediation: 'Sign clauses.',
};
const pack = {
  apiVersion: 'domicile/v1',
  kind: 'PolicyPack',
  metadata: { id: 'transfers', title: 'Transfers', version: '1.0.0', owner: 'dpo@example.eu', inventorySchema: 'domicile/inventory/1' },
  params: { adequate: { type: 'list<string>', source: 'GDPR Art. 45', default: ['DE', 'FR'] }, mechanisms: { type: 'list<string>', default: ['scc', 'bcr'] } },
  rules: [rule],
};

const compile = (changes: Record<string, unknown>, packChanges: Record<string, unknown> = {}): CompileResult =>
  compilePack(
    { ...pack, ...packChanges, rules: [{ ...rule, ...changes }] },
    { environment, controls: new Set(['GDPR-44']), positions: (pointer, at) => ({ file: pointer, line: 1, column: (at?.offset ?? 0) + 1 }) },
  );
const problemsOf = (result: CompileResult): string[] => ('problems' in result ? result.problems.map(({ file, column, message }) => `${file}:${column}: ${message}`) : []);

describe('compilePack', () => {
  it('gives a pack of plain JSON with its digest', () => {
    const result = compile({});
    expect(problemsOf(result)).toEqual([]);
    if ('problems' in result) return;
    expect(JSON.parse(JSON.stringify(result.pack))).toEqual(result.pack);
    expect(result.pack.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(result.pack.rules[0]).toMatchObject({ paths: ['flow.personalData', 'flow.processingCountries', 'flow.processingCountries[]', 'flow.transferBasis.mechanism'] });
  });

  it.each([
    ['a misspelt field', { check: "flow.scop == 'site'" }, "/rules/0/check:6: flow has no field 'scop'; did you mean 'scope'?"],
    ['a misspelt field inside has()', { check: 'has(flow.transferBasis.mecanism)' }, "/rules/0/check:24: flow.transferBasis has no field 'mecanism'; did you mean 'mechanism'?"],
    ['a misspelt word', { check: "flow.scope == 'globl'" }, "/rules/0/check:15: 'globl' is not a value of this field; did you mean 'global'?"],
    ['a misspelt variable', { check: "flw.scope == 'site'" }, "/rules/0/check:1: a rule about flow has no variable 'flw'; did you mean 'flow'?"],
    ['a misspelt key', { serverity: 'high' }, "/rules/0/serverity:1: unknown key 'serverity'; did you mean 'severity'?"],
    ['an unknown control', { controls: ['GDPR-4'] }, "/rules/0/controls/0:1: rule TRF-01 names the unknown control 'GDPR-4'; did you mean 'GDPR-44'?"],
    ['a placeholder where nothing is filled in', { remediation: 'Move it to ${flow.scope}.' }, '/rules/0/remediation:12: remediation is printed as it is written, and nothing is filled in; say it in words, and leave ${…} to the message'],
    ['a check that is no condition', { check: 'flow.id' }, '/rules/0/check:1: this is a string, not a condition; compare it with something'],
    ['a pattern that RE2 does not take', { check: "flow.id.matches('(a')" }, expect.stringContaining('not an RE2 pattern')],
  ])('refuses %s with its place', (_, changes, expected) => {
    expect(problemsOf(compile(changes))).toEqual([expected]);
  });

  it('reports everything that is wrong, not only the first', () => {
    const rules = [
      { ...rule, id: 'A', serverity: 'high' },
      { ...rule, id: 'B', check: "flow.scop == 'site'", appliesTo: 'flow.persnal', controls: ['NONE'] },
      { ...rule, id: 'C', message: 'Flow ${flow.idd} goes to ${nowhere' },
      { ...rule, id: 'D', forEach: { in: 'flow.id', as: 'x', key: 'x.id' }, evidence: ['flow.trasferBasis'] },
    ];
    const result = compilePack({ ...pack, rules }, { environment, controls: new Set(['GDPR-44']), positions: (pointer, at) => ({ file: pointer, line: 1, column: (at?.offset ?? 0) + 1 }) });
    expect(problemsOf(result).map((problem) => problem.replace(/: .*/, ''))).toEqual(['/rules/0/serverity:1', '/rules/1/controls/0:1', '/rules/1/appliesTo:6', '/rules/1/check:6', '/rules/2/message:13', '/rules/3/forEach/in:1', '/rules/3/evidence/0:6']);
  });

  it.each([
    ['no document', null, ': '],
    ['a list', [], ': '],
    ['another kind', { ...pack, kind: 'PolicyPak' }, "/kind:1: kind: is none of the known values; write PolicyPack"],
    ['a missing title', { ...pack, rules: [{ ...rule, title: undefined }] }, '/rules/0/title:1: title: is missing; write a string'],
    ['a version that is none', { ...pack, metadata: { ...pack.metadata, version: '1.0' } }, '/metadata/version:1: version: a version is major.minor.patch'],
    ['a parameter of another type', { ...pack, params: { adequate: { type: 'number', default: 'x' } } }, '/params/adequate/default:1: default: '],
    ['a key from the prototype', JSON.parse(JSON.stringify({ ...pack, fixtures: { ok: {} } }).replace('"ok":{}', '"ok":{"__proto__":{}}')), "/fixtures/ok/__proto__:1: unknown key '__proto__'; remove it"],
    ['a rule id used twice', { ...pack, rules: [rule, rule] }, "/rules/1/id:1: the rule id 'TRF-01' is used twice; give each rule its own"],
    ['a fixture with an unknown field', { ...pack, fixtures: { ok: { flow: { id: 'a', personalDate: true } } } }, "/fixtures/ok/flow/personalDate:1: unknown field 'personalDate'; did you mean 'personalData'?"],
    ['a test without its fixture', { ...pack, rules: [{ ...rule, tests: [{ name: 'x', fixture: 'ok', expect: 'pass' }] }] }, "/rules/0/tests/0/fixture:1: the pack has no fixture 'ok'"],
    ['a test of time without an instant', { ...pack, fixtures: { ok: {} }, rules: [{ ...rule, check: 'flow.transferBasis.signedAt < now', tests: [{ name: 'x', fixture: 'ok', expect: 'pass' }] }] }, '/rules/0/tests/0:1: the rule TRF-01 uses now, so its test needs an instant; write asOf: 2026-06-01'],
  ])('refuses %s', (_, document, expected) => {
    const result = compilePack(document, { environment, controls: new Set(['GDPR-44']), positions: (pointer, at) => ({ file: pointer, line: 1, column: (at?.offset ?? 0) + 1 }) });
    expect(problemsOf(result).join('\n')).toContain(expected);
  });
});
