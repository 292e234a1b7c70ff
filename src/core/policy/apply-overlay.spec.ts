import { z } from 'zod';
import { compilePack, type CompileResult } from './compile-pack.js';
import { typeEnvironmentOf } from './type-environment-of.js';

const environment = typeEnvironmentOf({ deployment: z.strictObject({ id: z.string().max(40), users: z.number().optional() }), organisation: z.strictObject({ id: z.string().max(40) }) });
const rule = { id: 'R-1', title: 'T', severity: 'high', subject: 'deployment', controls: ['C'], rationale: 'r', check: 'deployment.users < params.most', message: 'm', remediation: 'm' };
const pack = {
  apiVersion: 'domicile/v1',
  kind: 'PolicyPack',
  metadata: { id: 'base', title: 'T', version: '2.1.0', owner: 'o', inventorySchema: 'domicile/inventory/1' },
  params: { most: { type: 'number', default: 5 } },
  rules: [rule, { ...rule, id: 'R-2' }],
};
const overlay = { apiVersion: 'domicile/v1', kind: 'PolicyOverlay', metadata: { id: 'ours' }, extends: { pack: 'base', version: '2.0' } };

const positions = (file: string) => (pointer: string, at?: { readonly offset?: number }) => ({ file: `${file}${pointer}`, line: 1, column: (at?.offset ?? 0) + 1 });
const compile = (...changes: Record<string, unknown>[]): CompileResult =>
  compilePack(pack, { environment, controls: new Set(['C']), positions: positions('base'), overlays: changes.map((change) => ({ document: { ...overlay, ...change }, positions: positions('ours') })) });
const problemsOf = (result: CompileResult): string[] => ('problems' in result ? result.problems.map(({ file, message }) => `${file}: ${message}`) : []);

describe('an overlay', () => {
  it('changes parameters, severity and enablement, and adds rules', () => {
    const result = compile({ params: { most: 50 }, rules: { 'R-1': { severity: 'low' }, 'R-2': { enabled: false } }, addRules: [{ ...rule, id: 'OUR-1', check: "deployment.id != 'a'" }] });
    expect(problemsOf(result)).toEqual([]);
    if ('problems' in result) return;
    expect(result.pack.params['most']?.value).toBe(50);
    expect(result.pack.rules.map(({ id, enabled, severity }) => [id, enabled, severity[0]?.is])).toEqual([['R-1', true, 'low'], ['R-2', false, 'high'], ['OUR-1', true, 'high']]);
  });

  it('is applied after those before it', () => {
    const result = compile({ params: { most: 50 } }, { params: { most: 60 } });
    expect('pack' in result && result.pack.params['most']?.value).toBe(60);
  });

  it('changes the digest', () => {
    const [plain, changed, same] = [compile(), compile({ params: { most: 50 } }), compile({ params: { most: 5 } })].map((result) => ('pack' in result ? result.pack.digest : ''));
    expect(changed).not.toBe(plain);
    expect(same).toBe(plain);
  });

  it.each([
    ['a check', { rules: { 'R-1': { check: 'true' } } }, "ours/rules/R-1/check: unknown key 'check'; the keys are severity, enabled"],
    ['an unknown rule', { rules: { 'R-11': { enabled: false } } }, "ours/rules/R-11: the pack has no rule 'R-11'; did you mean 'R-1'?"],
    ['an unknown parameter', { params: { mots: 1 } }, "ours/params/mots: the pack has no parameter 'mots'; did you mean 'most'?"],
    ['a value of another type', { params: { most: 'many' } }, "ours/params/most: the parameter 'most' is a number; write a value of that type"],
    ['another pack', { extends: { pack: 'other', version: '2' } }, "ours/extends/pack: the overlay is for the pack 'other', this is 'base'; apply it to the pack it names"],
    ['another major version', { extends: { pack: 'base', version: '1.9' } }, 'ours/extends/version: the overlay was written for version 1.9, the pack has 2.1.0; review the rules and raise the version'],
    ['a rule id that is taken', { addRules: [rule] }, "ours/addRules/0/id: the rule id 'R-1' is used twice; give each rule its own"],
    ['a faulty rule of its own', { addRules: [{ ...rule, id: 'OUR-1', check: 'deployment.usres < 1' }] }, "ours/addRules/0/check: deployment has no field 'usres'; did you mean 'users'?"],
    ['a prototype key', { params: JSON.parse('{"__proto__": 1}') as Record<string, unknown> }, "ours/params/__proto__: unknown key '__proto__'; remove it"],
  ])('may not bring %s', (_, change, expected) => {
    expect(problemsOf(compile(change))).toEqual([expected]);
  });
});
