import { z } from 'zod';
import { compileExpression } from '../policy/compile-expression.js';
import { typeEnvironmentOf } from '../policy/type-environment-of.js';
import { mutateExpression } from './mutate-expression.js';

const variables = new Map(Object.entries(typeEnvironmentOf({ thing: z.strictObject({ on: z.boolean(), n: z.number(), list: z.array(z.string().max(3)).max(5) }) })));
const changesOf = (source: string): string[] => {
  const { root } = compileExpression(source, { variables, params: new Map(), speaker: 'a rule' });
  return mutateExpression(root, source).map(({ change }) => change);
};

describe('mutateExpression', () => {
  it.each([
    ['thing.n < 5', ['thing.n < 5: < to <=', 'thing.n < 5: < to >']],
    ['!thing.on', ['!thing.on: drop !']],
    ['thing.on && thing.n == 1', ['thing.on && thing.n == 1: && to ||', 'thing.on && thing.n == 1: drop left', 'thing.on && thing.n == 1: drop right', 'thing.on: negate', 'thing.n == 1: == to !=']],
    ["thing.list.all(x, x in ['a'])", ["thing.list.all(x, x in ['a']): all to exists", "x in ['a']: negate"]],
    ['(thing.n + 1) > 2', ['(thing.n + 1) > 2: > to >=', '(thing.n + 1) > 2: > to <']],
  ])('makes of %s each single mistake', (source, expected) => {
    expect(changesOf(source)).toEqual(expected);
  });

  it('tells mistakes of the same words apart', () => {
    expect(changesOf('thing.on || thing.on').filter((change) => change.startsWith('thing.on: '))).toEqual(['thing.on: negate', 'thing.on: negate (2)']);
  });
});
