import fc from 'fast-check';
import { readFile } from 'node:fs/promises';
import { readDocument } from '../../src/cli/read-document.js';
import { costCase } from '../../src/core/decision/cost/cost-case.js';
import { costModel } from '../../src/core/decision/cost/cost-model.js';
import { type Drawn } from '../../src/core/decision/cost/drawn.js';
import { evaluateDraws } from '../../src/core/decision/cost/evaluate-draws.js';
import { evaluatedFormulas } from '../../src/core/decision/cost/evaluated-formulas.js';
import { evaluateQuickly } from '../../src/core/decision/cost/evaluate-quickly.js';
import { Exact } from '../../src/core/decision/cost/exact.js';
import { expression, type Expression } from '../../src/core/decision/cost/expression.js';
import { figure } from '../../src/core/decision/cost/figure.js';
import { costsUnder } from '../../src/core/decision/cost/shock-costs.js';

const paths = ['a', 'b', 'c', 'd', 'absent'];
const draws = 7;
const { formula } = fc.letrec<{ formula: Expression }>((tie) => {
  const terms = fc.array(tie('formula'), { minLength: 1, maxLength: 4 });
  const pair = fc.tuple(tie('formula'), tie('formula'));
  return {
    formula: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom(...paths).map(expression.input),
      fc.constantFrom('0', '-1', '3', '0.1', '1000000.7').map(expression.constant),
      terms.map((parts) => expression.sum(...parts)),
      terms.map((parts) => expression.product(...parts)),
      terms.map((parts) => expression.greatest(...parts)),
      pair.map(([left, right]) => expression.difference(left, right)),
      pair.map(([left, right]) => expression.quotient(left, right)),
      tie('formula').map(expression.ceiling),
    ),
  };
});
const column = fc.array(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), { minLength: draws, maxLength: draws }).map((numbers) => Float64Array.from(numbers));
const drawn: fc.Arbitrary<Drawn> = fc.oneof(column, fc.constantFrom(0, 1, 0.3, 12.5));

it('draws of a formula have the bits that it gives draw by draw, whatever is the same in all draws', () => {
  fc.assert(
    fc.property(formula, fc.tuple(drawn, drawn, drawn, drawn), (whole, inputs) => {
      const input = (path: string): Drawn => inputs[paths.indexOf(path)] ?? NaN;
      const of = (part: Expression): Drawn => evaluateDraws(part, of, input, draws);
      const quick = evaluateQuickly(whole, new Map(paths.slice(0, inputs.length).map((path, index) => [path, index])));
      const found = of(whole);
      for (let draw = 0; draw < draws; draw += 1) {
        const at = Float64Array.from(inputs, (values) => (typeof values === 'number' ? values : (values[draw] ?? NaN)));
        expect(typeof found === 'number' ? found : found[draw]).toBe(quick(at));
      }
    }),
    { numRuns: 1_000 },
  );
});

it('figures are rounded half to even in decimals, whichever way that is reckoned', () => {
  const tie = fc.tuple(fc.integer({ min: 10 ** 11, max: 10 ** 12 - 1 }), fc.integer({ min: -20, max: 6 })).map(([digits, exponent]) => Number(`${digits}5e${exponent}`));
  const long = fc.double({ noNaN: true, noDefaultInfinity: true });
  const near = fc.tuple(tie, fc.integer({ min: -3, max: 3 })).map(([value, steps]) => value * (1 + steps * Number.EPSILON));
  fc.assert(
    fc.property(fc.oneof(tie, long, near, fc.integer(), fc.constantFrom(0, -0, 0.1, 1e21, 5e-324)), (value) => {
      expect(figure(value, '1', 'test').value).toBe(Number(new Exact(value).toSignificantDigits(12).toString()));
    }),
    { numRuns: 5_000 },
  );
});

describe('a case and its shocks', () => {
  const read = async () => {
    const document = await readDocument('examples/decisions/cost-assistant.yaml', readFile, costCase);
    if ('problems' in document) throw new Error(document.problems.map(({ message }) => message).join('\n'));
    return document.value;
  };

  it('a shock gives the same beside what was evaluated before it as alone', async () => {
    const costs = await read();
    const known = evaluatedFormulas();
    for (const { bill } of costModel(costs, known).options) bill.lines.forEach(({ amount }) => costModel(costs, known).sorted(amount));
    expect(costs.shocks.length).toBeGreaterThan(5);
    for (const shock of costs.shocks) expect(costsUnder(shock, costs, ['cost.total'], known)).toEqual(costsUnder(shock, costs, ['cost.total'], evaluatedFormulas()));
  });

  it('one input moved gives what the case gives with that input', async () => {
    const costs = await read();
    const moved = { ...costs, hoursPerMonth: { ...costs.hoursPerMonth, value: 700 } };
    const [before, after] = [costModel(costs), costModel(moved)];
    const changed = before.options.filter(({ bill }, index) => {
      const there = after.exactly(after.options[index]?.bill.presentValue ?? expression.zero);
      expect(before.exactlyAt(bill.presentValue, 'hoursPerMonth', new Exact(700))).toEqual(there);
      return there?.toString() !== before.exactly(bill.presentValue)?.toString();
    });
    expect(changed.length).toBeGreaterThan(0);
  });
});
