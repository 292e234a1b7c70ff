import fc from 'fast-check';
import { z } from 'zod';
import { compileExpression } from '../policy/compile-expression.js';
import { parseInstant } from '../policy/parse-instant.js';
import { typeEnvironmentOf } from '../policy/type-environment-of.js';
import { nextFlip } from './next-flip.js';
import { traceExpression, type TraceScope } from './trace-expression.js';

const day = 86_400_000;
const variables = new Map(Object.entries(typeEnvironmentOf({ thing: z.strictObject({ a: z.iso.date(), b: z.iso.date(), list: z.array(z.iso.date()).max(5) }) })));
const start = parseInstant('2026-11-23')!;

const comparison = fc.constantFrom('<', '<=', '>', '>=', '==', '!=');
const atom = fc.oneof(
  fc.tuple(fc.constantFrom('thing.a', 'thing.b', 'thing.a + days(3)'), comparison, fc.constantFrom('now', 'now - days(2)')).map((parts) => parts.join(' ')),
  fc.tuple(fc.constantFrom('now - thing.a', 'now - thing.b'), comparison, fc.constantFrom('days(1)', 'days(4)')).map((parts) => parts.join(' ')),
  fc.tuple(fc.constantFrom('all', 'exists', 'exists_one'), comparison).map(([method, operator]) => `thing.list.${method}(at, at ${operator} now)`),
);
const condition = fc.tuple(atom, fc.constantFrom('&&', '||'), atom, fc.boolean()).map(([a, operator, b, negated]) => (negated ? `!(${a}) ${operator} ${b}` : `${a} ${operator} ${b}`));
const dayText = fc.integer({ min: -6, max: 6 }).map((offset) => new Date(start + offset * day).toISOString().slice(0, 10));

describe('nextFlip', () => {
  it('finds the first instant at which the answer differs, as trying every instant near a day does', () => {
    fc.assert(
      fc.property(condition, fc.record({ a: dayText, b: dayText, list: fc.array(dayText, { maxLength: 3 }) }), (source, thing) => {
        const { root } = compileExpression(source, { variables, params: new Map(), speaker: 'a rule' });
        const scopeAt = (now: number): TraceScope => ({ variables: new Map([['thing', { value: thing, path: 'thing', sensitive: false }]]), params: {}, now });
        const answer = (now: number) => traceExpression(root, scopeAt(now)).value;
        const tried = Array.from({ length: 20 }, (_, index) => start + index * day).flatMap((midnight) => [midnight, midnight + 1]);
        const expected = tried.find((instant) => instant > start && answer(instant) !== answer(start));
        expect([source, thing, nextFlip([traceExpression(root, scopeAt(start))], start, answer)]).toEqual([source, thing, expected]);
      }),
      { numRuns: 2_000 },
    );
  });
});
