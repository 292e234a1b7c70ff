import { celEnv, parse, plan } from '@bufbuild/cel';
import fc from 'fast-check';
import { z } from 'zod';
import { type SubjectView } from '../exposure/subject-view.js';
import { contradicted } from '../inventory/contradicted.js';
import { compileExpression } from '../policy/compile-expression.js';
import { type CompiledPack } from '../policy/compiled-pack.js';
import { parseInstant } from '../policy/parse-instant.js';
import { typeEnvironmentOf } from '../policy/type-environment-of.js';
import { bindPacks } from './bind-packs.js';
import { createJudge } from './create-judge.js';
import { createRun, rawOutcome, visitOutcomes } from './evaluation-run.js';
import { traceExpression } from './trace-expression.js';

const asOf = '2026-11-23T00:00:00Z';
const now = parseInstant(asOf)!;
const word = z.string().max(10).optional();
const flow = z.strictObject({
  flag: z.boolean().optional(),
  sure: z.boolean(),
  s: word,
  n: z.number().optional(),
  m: z.number().optional(),
  t: z.iso.datetime().optional(),
  list: z.array(z.string().max(10)).max(10).optional(),
  numbers: z.array(z.number()).max(10).optional(),
  inner: z.strictObject({ s: word, flag: z.boolean().optional(), deep: z.strictObject({ s: word, t: z.iso.datetime().optional() }).optional() }).optional(),
  items: z.array(z.strictObject({ s: word, flag: z.boolean().optional(), n: z.number().optional(), tags: z.array(z.string().max(10)).max(10).optional(), inner: z.strictObject({ s: word }).optional() })).max(10).optional(),
});
const environment = typeEnvironmentOf({ flow });
const variables = new Map(Object.entries(environment));

const letters = ['a', 'b', 'ab', 'c'];
const literal = fc.constantFrom(...letters).map((letter) => `'${letter}'`);
const number = fc.constantFrom('0.0', '1.0', '2.5', '-1.0');
const comparison = fc.constantFrom('<', '<=', '>', '>=', '==', '!=');
const equality = fc.constantFrom('==', '!=');

/** Conditions over the variable `of`, which is the flow or an item of it. */
function atoms(of: string): fc.Arbitrary<string> {
  const text = fc.constantFrom(`${of}.s`, `${of}.inner.s`, ...(of === 'flow' ? ['flow.inner.deep.s'] : []));
  const list = of === 'flow' ? 'flow.list' : `${of}.tags`;
  const count = fc.constantFrom(`${of}.n`, ...(of === 'flow' ? ['flow.m', '(flow.n + flow.m)', '(flow.n - 1.0)', '(flow.m * 2.0)', '(-flow.n)'] : []));
  return fc.oneof(
    fc.constantFrom(`${of}.flag`, ...(of === 'flow' ? ['flow.sure', 'flow.inner.flag'] : [])),
    fc.tuple(text, equality, literal).map((parts) => parts.join(' ')),
    fc.tuple(text, equality, text).map((parts) => parts.join(' ')),
    fc.tuple(count, comparison, number).map((parts) => parts.join(' ')),
    fc.tuple(number, comparison, count).map((parts) => parts.join(' ')),
    fc.tuple(text, fc.uniqueArray(literal, { minLength: 1, maxLength: 4 })).map(([value, words]) => `${value} in [${words.join(', ')}]`),
    fc.tuple(fc.oneof(text, literal), fc.constant(list)).map(([value, words]) => `${value} in ${words}`),
    fc.constantFrom(`has(${of}.s)`, `has(${of}.inner)`, `has(${of}.inner.s)`, ...(of === 'flow' ? ['has(flow.inner.deep.s)', 'has(flow.t)', 'has(flow.items)'] : [`has(${of}.tags)`])),
    fc.tuple(fc.constantFrom(`size(${list})`, `${list}.size()`, `size(${of}.s)`), comparison, fc.constantFrom('0', '1', '2')).map((parts) => parts.join(' ')),
    fc.tuple(text, fc.constantFrom('startsWith', 'endsWith', 'contains'), literal).map(([value, method, part]) => `${value}.${method}(${part})`),
    fc.tuple(text, fc.constantFrom('^[ab]+$', 'a|c', 'b$', '^a{1}b?')).map(([value, pattern]) => `${value}.matches('${pattern}')`),
    fc.tuple(fc.constantFrom('timestamp(flow.t)', 'timestamp(flow.inner.deep.t)'), comparison, fc.constantFrom('now', `timestamp('${asOf}')`, "now - duration('36h')")).map((parts) => parts.join(' ')),
    fc.tuple(comparison, fc.constantFrom("duration('24h')", "duration('0s')")).map(([operator, limit]) => `now - timestamp(flow.t) ${operator} ${limit}`),
  );
}

function conditions(of: string, depth: number): fc.Arbitrary<string> {
  if (depth === 0) return atoms(of);
  const inner = conditions(of, depth - 1);
  const quantifier = fc.constantFrom('all', 'exists', 'exists_one');
  const loops = of === 'flow'
    ? [
        fc.tuple(quantifier, conditions('item', depth - 1)).map(([method, body]) => `flow.items.${method}(item, ${body})`),
        fc.tuple(quantifier, equality, literal).map(([method, operator, letter]) => `flow.list.${method}(x, x ${operator} ${letter})`),
        fc.tuple(quantifier, comparison, number).map(([method, operator, value]) => `flow.numbers.${method}(x, x ${operator} ${value})`),
      ]
    : [fc.tuple(quantifier, literal, equality).map(([method, letter, operator]) => `${of}.tags.${method}(tag, tag ${operator} ${letter} || tag == flow.s)`)];
  return fc.oneof(
    { weight: 1, arbitrary: atoms(of) },
    { weight: 2, arbitrary: fc.tuple(inner, fc.constantFrom('&&', '||'), inner).map(([a, operator, b]) => `(${a} ${operator} ${b})`) },
    { weight: 1, arbitrary: inner.map((a) => `!(${a})`) },
    { weight: 1, arbitrary: fc.tuple(inner, inner, inner).map(([a, b, c]) => `(${a} ? ${b} : ${c})`) },
    ...loops.map((arbitrary) => ({ weight: 1, arbitrary })),
  );
}

const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arbitrary, { nil: undefined, freq: 3 });
const letter = fc.constantFrom(...letters);
const value = fc.constantFrom(-1, 0, 1, 2.5, 4);
const time = fc.constantFrom('2026-11-22T00:00:00Z', asOf, '2026-11-20T12:30:00.5Z', '2026-12-01T00:00:00+02:00', 'yesterday');
const documents = fc.record({
  flag: maybe(fc.boolean()), sure: fc.boolean(), s: maybe(letter), n: maybe(value), m: maybe(value), t: maybe(time), list: maybe(fc.array(letter, { maxLength: 4 })), numbers: maybe(fc.array(value, { maxLength: 4 })),
  inner: maybe(fc.record({ s: maybe(letter), flag: maybe(fc.boolean()), deep: maybe(fc.record({ s: maybe(letter), t: maybe(time) })) })),
  items: maybe(fc.array(fc.record({ s: maybe(letter), flag: maybe(fc.boolean()), n: maybe(value), tags: maybe(fc.array(letter, { maxLength: 3 })), inner: maybe(fc.record({ s: maybe(letter) })) }), { maxLength: 4 })),
}).map((document) => JSON.parse(JSON.stringify(document)) as Record<string, unknown>);

function packOf(check: string): CompiledPack {
  const compiled = compileExpression(check, { variables, params: new Map(), speaker: 'a rule about flow' });
  const rule = { id: 'R', title: 'T', severity: [{ is: 'high' as const }], subject: 'flow' as const, controls: [], rationale: '', check: compiled, onMissing: 'unknown' as const, message: [], remediation: '', evidence: [], enabled: true, paths: compiled.paths, cost: compiled.cost, usesNow: compiled.usesNow };
  return JSON.parse(JSON.stringify({ format: 'domicile/compiled-pack/1', id: 'p', title: '', version: '1.0.0', owner: '', inventorySchema: '', recommended: true, digest: '', params: {}, rules: [rule] })) as CompiledPack;
}

type Answer = boolean | 'unknown';
const view = (document: unknown): SubjectView => ({ kind: 'flow', subject: 'flow/f', variables: { flow: document }, origins: [], factUses: [] });

function byClosures(pack: CompiledPack): (document: unknown) => Answer {
  const packs = bindPacks([pack]);
  const run = createRun(packs, now);
  return (document) => {
    let answer: Answer = 'unknown';
    visitOutcomes(run, view(document), (_, __, outcome) => {
      answer = outcome === 'pass' ? true : outcome === 'fail' ? false : 'unknown';
    });
    expect(rawOutcome(packs.rules.flow[0]!, run.frame)).toBe(answer === 'unknown' ? 'undecided' : answer ? 'pass' : 'fail');
    return answer;
  };
}

function byTrace(pack: CompiledPack): (document: unknown) => Answer {
  const { root } = pack.rules[0]!.check;
  return (document) => {
    const { value: result } = traceExpression(root, { variables: new Map([['flow', { value: document, path: 'flow', sensitive: false }]]), params: {}, now });
    return typeof result === 'boolean' ? result : 'unknown';
  };
}

const env = celEnv();
const oracleNow = plan(env, parse(`timestamp('${asOf}')`))({});

function byOracle(source: string): (document: unknown) => Answer {
  const evaluate = plan(env, parse(source));
  return (document) => {
    const result = evaluate({ flow: document as never, now: oracleNow as never });
    return typeof result === 'boolean' ? result : 'unknown';
  };
}

describe('the policy language', () => {
  it('answers as another CEL engine does over documents with holes, its errors being our unknown', () => {
    let evaluations = 0;
    const answers = { true: 0, false: 0, unknown: 0 };
    fc.assert(
      fc.property(conditions('flow', 3), fc.array(documents, { minLength: 12, maxLength: 12 }), (source, cases) => {
        const pack = packOf(source);
        const [closures, trace, oracle] = [byClosures(pack), byTrace(pack), byOracle(source)];
        for (const document of cases) {
          const expected = oracle(document);
          const context = `${source}\n${JSON.stringify(document)}`;
          expect([context, closures(document)]).toEqual([context, expected]);
          expect([context, trace(document)]).toEqual([context, expected]);
          evaluations += 1;
          answers[`${expected}`] += 1;
        }
      }),
      { numRuns: 700 },
    );
    expect(evaluations).toBeGreaterThanOrEqual(8_000);
    expect(Math.min(answers.true, answers.false, answers.unknown)).toBeGreaterThan(evaluations / 20);
  });

  it('reads nothing from the prototype of a document', () => {
    const pack = packOf("flow.s == 'a' || has(flow.inner)");
    const hostile = JSON.parse('{"__proto__": {"s": "a", "inner": {}}}') as unknown;
    expect(byClosures(pack)(hostile)).toBe(byTrace(pack)(hostile));
    expect(byClosures(pack)(hostile)).toBe('unknown');
  });

  it('says that nothing is missing only where nothing can be', () => {
    fc.assert(
      fc.property(conditions('flow', 2), documents, (source, document) => {
        const pack = packOf(source);
        if (!pack.rules[0]!.check.mayBeMissing && document['t'] !== 'yesterday') expect([source, byClosures(pack)(document)]).not.toEqual([source, 'unknown']);
      }),
      { numRuns: 1_000 },
    );
  });

  it('answers the same fast and when it explains, also where sources contradict each other or fields are null', () => {
    fc.assert(
      fc.property(conditions('flow', 2), documents, fc.infiniteStream(fc.integer({ min: 0, max: 7 })), (source, document, dice) => {
        const pack = packOf(source);
        const disputed = withHoles(document, dice) as Record<string, unknown>;
        expect([source, disputed, byClosures(pack)(disputed)]).toEqual([source, disputed, byTrace(pack)(disputed)]);
      }),
      { numRuns: 1_500 },
    );
  });

  it('explains every verdict that is no pass, and names what is missing where something is', () => {
    fc.assert(
      fc.property(conditions('flow', 2), documents, (source, document) => {
        const [verdict] = createJudge(bindPacks([packOf(source)]), { asOf })(view(document));
        if (verdict === undefined || verdict.outcome === 'pass') return;
        const { outcome, explanation = [], missing = [] } = verdict;
        expect(explanation.length).toBeGreaterThan(0);
        const unreadable = JSON.stringify(explanation).includes('unreadable');
        if (outcome === 'unknown' && !unreadable) expect([source, document, missing.length > 0]).toEqual([source, document, true]);
        if (outcome === 'fail') expect(missing).toEqual([]);
        expect(JSON.parse(JSON.stringify(verdict))).toEqual(verdict);
      }),
      { numRuns: 1_000 },
    );
  });

  it('survives documents of any shape, and calls what the schema does not allow an error', () => {
    const shapeless = fc.dictionary(fc.constantFrom('flag', 'sure', 's', 'n', 't', 'list', 'numbers', 'inner', 'items', '__proto__', 'constructor'), fc.jsonValue({ maxDepth: 3 }));
    fc.assert(
      fc.property(conditions('flow', 2), fc.oneof(shapeless, fc.jsonValue()), (source, document) => {
        const verdicts = createJudge(bindPacks([packOf(source)]), { asOf })(view(document));
        expect(verdicts).toHaveLength(1);
        expect(['pass', 'fail', 'unknown', 'error']).toContain(verdicts[0]?.outcome);
      }),
      { numRuns: 1_000 },
    );
    const judge = createJudge(bindPacks([packOf("flow.s == 'a' || flow.sure")]), { asOf });
    expect(judge(view({ s: 1, sure: true }))[0]).toMatchObject({ outcome: 'error', message: 'The rule R could not be answered: flow.s has a type that the inventory schema does not allow.' });
  });
});

/** A copy in which one value in eight is contradicted and one is null. */
function withHoles(value: unknown, dice: fc.Stream<number>): unknown {
  const { value: thrown } = dice.next();
  if (thrown === 0) return contradicted;
  if (thrown === 1) return null;
  if (Array.isArray(value)) return value.map((item) => withHoles(item, dice));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, withHoles(member, dice)]));
}
