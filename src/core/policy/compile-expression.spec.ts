import fc from 'fast-check';
import { z } from 'zod';
import { compileExpression } from './compile-expression.js';
import { type CompiledExpression } from './compiled-pack.js';
import { ExpressionError } from './expression-error.js';
import { typeEnvironmentOf } from './type-environment-of.js';

const flow = z.strictObject({
  id: z.string().max(40),
  personal: z.boolean().optional(),
  days: z.number().optional(),
  at: z.iso.date().optional(),
  scope: z.enum(['site', 'region', 'global']).optional(),
  ground: z.enum(['scc', 'bcr']).optional(),
  basis: z.strictObject({ mechanism: z.enum(['scc', 'bcr']).optional(), signed: z.boolean().optional() }).optional(),
  countries: z.array(z.string().max(3)).max(60).optional(),
  partners: z.array(z.strictObject({ name: z.string().max(20), countries: z.array(z.string().max(3)).max(60).optional() })).max(100).optional(),
});
const variables = new Map(Object.entries(typeEnvironmentOf({ flow })));
const params = new Map([['grounds', { kind: 'list', of: { kind: 'string', values: ['scc', 'derogation'] }, maxItems: 2 } as const], ['most', { kind: 'number' } as const]]);
const compile = (source: string): CompiledExpression => compileExpression(source, { variables, params, speaker: 'a rule about flow' });

function faultOf(source: string): string {
  try {
    compile(source);
  } catch (error) {
    if (error instanceof ExpressionError) return `${source.slice(error.span.start, error.span.end)} | ${error.message}`;
    throw error;
  }
  return 'compiles';
}

describe('compileExpression', () => {
  it.each([
    ["flow.scop == 'site'", /^scop \| flow has no field 'scop'; did you mean 'scope'\?$/],
    ['has(flow.basis.mechansim)', /^mechansim \| flow.basis has no field 'mechansim'; did you mean 'mechanism'\?$/],
    ['has(flow.bassis.mechanism)', /^bassis \| flow has no field 'bassis'; did you mean 'basis'\?$/],
    ['flow.partners.all(p, has(p.nam))', /^nam \| p has no field 'nam'; did you mean 'name'\?$/],
    ['flow["scop"] == "site"', /flow has no field 'scop'/],
    ["flow.scope == 'glbal'", /^'glbal' \| 'glbal' is not a value of this field; did you mean 'global'\?$/],
    ["'sites' == flow.scope", /did you mean 'site'/],
    ["flow.scope in ['site', 'regional']", /'regional' is not a value of this field; did you mean 'region'/],
    ['flow.ground in params.grounds', /'derogation' is not a value of this field; it is one of scc, bcr/],
    ['deployment.id == "a"', /a rule about flow has no variable 'deployment'; it has flow, params, now/],
    ['params.mots > 1', /^mots \| the pack has no parameter 'mots'; did you mean 'most'\?$/],
    ['flow.countries.exits(c, c == "DE")', /unknown method 'exits'; did you mean 'exists'/],
    ['szie(flow.countries) > 1', /unknown function 'szie'; did you mean 'size'/],
    ['flow.__proto__ == "a"', /flow has no field '__proto__'/],
    ['has(flow.constructor)', /flow has no field 'constructor'/],
    ['constructor == "a"', /no variable 'constructor'/],
    ['params.__proto__ == "a"', /no parameter '__proto__'/],
  ])('refuses the unknown name in %s', (source, expected) => {
    expect(faultOf(source)).toMatch(expected);
  });

  it.each([
    ['flow.id', /this is a string, not a condition/],
    ['flow.days + 1', /this is a number, not a condition/],
    ["flow.days == '1'", /a number cannot be compared with a string/],
    ["flow.at > '2026-01-01'", /write timestamp\('2026-01-31'\)/],
    ['now - flow.at > 30', /write days\(30\)/],
    ["flow.countries == 'DE'", /use in, exists\(\) or all\(\)/],
    ["flow.id < 'b'", /a string has no order; compare it with == or !=/],
    ['flow.personal && flow.days', /this is a number where a boolean is needed/],
    ['!flow.id', /negate a condition/],
    ['flow.days in flow.countries', /a number cannot be in a list of string/],
    ["'x' in 'xyz'", /in needs a list on its right/],
    ['flow.countries.id == 1', /a list of string has no field 'id'; walk it with exists\(\) or all\(\)/],
    ["flow.countries.contains('DE')", /write 'x' in the list, or exists\(\)/],
    ["flow.id.matches(flow.id)", /literal pattern/],
    ["flow.id.matches('(?=a)')", /not an RE2 pattern/],
    ["flow.id + 'x' == 'ax'", /\+ does not join a string and a string/],
    ['flow.countries[0] == "DE"', /an index is not allowed/],
    ['flow.countries.map(c, c) == flow.countries', /unknown method 'map'/],
    ['flow.countries.filter(c, c == "DE").size() > 0', /unknown method 'filter'/],
    ['flow.personal == null', /null is not a value here; ask whether a field is there with has/],
    ["{'a': 1} == {'a': 1}", /a map literal is not allowed/],
    ['flow.days % 2 == 0', /the operator % is not part of the policy language/],
    ["timestamp('2026-02-30') < now", /'2026-02-30' is no day or instant/],
    ["now - duration('30 days') < now", /for days write days\(30\)/],
    ['flow.days in []', /the list is empty/],
    ["flow.id in ['a', 1]", /mixes types/],
    ['has(flow)', /has\(\)/],
    ['has(flow.id == "a")', /has\(\)/],
    ['flow.countries.all(flow, flow == "DE")', /already means something here/],
    ['flow.personal &&', /not a CEL expression/],
    ['flow.personal ? 1 : "a"', /the branches are a number and a string/],
  ])('refuses %s', (source, expected) => {
    expect(faultOf(source)).toMatch(expected);
  });

  it('bounds length, parts, nesting and cost', () => {
    expect(faultOf(`flow.id == '${'x'.repeat(4_096)}'`)).toMatch(/4096 are allowed/);
    expect(faultOf(Array.from({ length: 130 }, () => 'flow.personal').join('||'))).toBe('compiles');
    expect(faultOf(Array.from({ length: 180 }, () => 'flow.personal').join('||'))).toMatch(/more than 500 parts/);
    expect(faultOf(`${'!'.repeat(4_000)}flow.personal`)).toMatch(/more than 500 parts/);
    expect(faultOf('flow.partners.all(a, flow.partners.all(b, a.name == b.name))')).toBe('compiles');
    expect(faultOf('flow.partners.all(a, flow.partners.all(b, flow.countries.all(c, c == a.name)))')).toMatch(/may take \d+ steps and 100000 are allowed/);
    const four = 'params.grounds.all(a, params.grounds.all(b, params.grounds.all(c, params.grounds.all(d, d == a))))';
    expect(faultOf(four)).toMatch(/at most 3 inside one another/);
  });

  it('knows what it reads', () => {
    const { paths, params: used, usesNow } = compile("flow.partners.exists(p, 'DE' in p.countries) && has(flow.basis.mechanism) && now - flow.at < days(params.most)");
    expect(paths).toEqual(['flow.at', 'flow.basis.mechanism', 'flow.partners', 'flow.partners[].countries']);
    expect([used, usesNow]).toEqual([['most'], true]);
  });

  it.each([
    ["flow.id == 'a'", false],
    ['flow.personal', true],
    ['has(flow.personal) && flow.personal', false],
    ['!has(flow.personal) || flow.personal', false],
    ['has(flow.personal) || flow.personal', true],
    ['has(flow.basis.signed)', true],
    ['has(flow.basis) && has(flow.basis.signed) && flow.basis.signed', false],
    ["has(flow.basis) ? flow.basis.signed == true : flow.id == 'a'", true],
    ['flow.partners.all(p, has(p.countries))', true],
    ["has(flow.partners) && flow.partners.all(p, p.name == 'a')", false],
    ['has(flow.days) && 1 / flow.days > 0', true],
  ])('tells whether %s may be missing something', (source, expected) => {
    expect(compile(source).mayBeMissing).toBe(expected);
  });

  it('ends with a condition or an ExpressionError, whatever is written', () => {
    const pieces = fc.constantFrom('flow', '.scope', '.partners', '.all(', 'p,', 'p.name', ')', '(', '&&', '||', '!', '==', "'site'", '1', 'now', 'has(', 'in', '[', ']', '-', 'days(', '?', ':', '"', '\\', '{');
    fc.assert(fc.property(fc.array(pieces, { maxLength: 14 }), (parts) => faultOf(parts.join(' ')).length > 0), { numRuns: 3_000 });
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (source) => faultOf(source).length > 0), { numRuns: 1_000 });
  });
});
