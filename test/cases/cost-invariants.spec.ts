import fc from 'fast-check';
import { blendedPrice } from '../../src/core/decision/cost/blended-price.js';
import { breakEven } from '../../src/core/decision/cost/break-even.js';
import { type CostOption, type Costs } from '../../src/core/decision/cost/cost-case.js';
import { costModel } from '../../src/core/decision/cost/cost-model.js';
import { type Comparison, type CostResult } from '../../src/core/decision/cost/cost-result.js';
import { estimateCosts } from '../../src/core/decision/cost/estimate-costs.js';
import { Exact } from '../../src/core/decision/cost/exact.js';
import { type Figure } from '../../src/core/decision/cost/figure-schema.js';
import { netPresentValue } from '../../src/core/decision/cost/net-present-value.js';
import { bought, costsOf, known, owned } from './cost-case-of.js';
import { invariant } from './invariant.js';

const cents = fc.integer({ min: 0, max: 5_000_000 }).map((value) => new Exact(value).div(100).toNumber());
const price = fc.integer({ min: 1, max: 10_000 }).map((value) => new Exact(value).div(100).toNumber());
const world = fc.record({ gpu: cents, tps: fc.integer({ min: 20, max: 2000 }), load: fc.integer({ min: 0, max: 900 }), demand: fc.integer({ min: 1, max: 400 }), input: price, output: price, staff: cents, life: fc.integer({ min: 6, max: 120 }) });
type World = typeof world extends fc.Arbitrary<infer Value> ? Value : never;

function costsIn(at: World, scale = 1, rest: Partial<Costs> = {}): Costs {
  const money = (value: number): string => new Exact(value).times(scale).toFixed();
  const machine = owned({ gpus: 1, pricePerGpu: 0, tokensPerSecond: at.tps, loadPower: at.load / 1000 });
  const acquisition = { kind: 'purchase', pricePerGpu: known(money(at.gpu), 'USD/GPU'), server: known(0, 'USD/instance'), network: known(0, 'USD'), installation: known(0, 'USD'), life: known(at.life, 'months') } as const;
  const energy = { loadPower: known(at.load / 1000, 'kW/GPU'), idlePower: known(0, 'kW/GPU'), pue: known(1, 'ratio'), tariff: known(money(0.15), 'USD/kWh') };
  const own: CostOption = { ...machine, acquisition, energy, staff: { fte: known(1, 'FTE'), costPerFte: known(money(at.staff), 'USD/FTE-month') } };
  const api = bought(0, 0, { prices: { input: known(money(at.input), 'USD/Mtok'), output: known(money(at.output), 'USD/Mtok') } });
  return costsOf(at.demand, [own, api], { draws: 100, ...rest });
}

const compared = (costs: Costs): Comparison => {
  const [comparison] = estimateCosts(costs).comparisons;
  if (comparison === undefined) throw new Error('nothing was compared');
  return comparison;
};
const monthOf = ({ breakEvenMonth: { value, answer } }: Comparison): number => (answer === 'never' ? Infinity : (value ?? NaN));
const own = (result: CostResult) => result.options[0];
const stripped = ({ value, answer }: Figure) => ({ value, answer });

describe('invariants of costs', () => {
  it(invariant(1), () => {
    fc.assert(
      fc.property(world, cents, price, (at, more, dearer) => {
        const month = monthOf(compared(costsIn(at)));
        expect(monthOf(compared(costsIn({ ...at, gpu: at.gpu + more })))).toBeGreaterThanOrEqual(month);
        expect(monthOf(compared(costsIn({ ...at, staff: at.staff + more })))).toBeGreaterThanOrEqual(month);
        expect(monthOf(compared(costsIn({ ...at, input: at.input + dearer, output: at.output + dearer })))).toBeLessThanOrEqual(month);
      }),
      { numRuns: 60 },
    );
  });

  it(invariant(2), () => {
    fc.assert(
      fc.property(world, fc.integer({ min: 1, max: 1000 }), (at, scale) => {
        const costs = costsIn(at);
        const [mine, theirs] = estimateCosts(costs).options;
        const comparison = compared(costs);
        if (at.gpu > 0) expect(monthOf(comparison) === Infinity).toBe((theirs?.monthly.value ?? 0) <= (mine?.monthly.value ?? 0));
        const scaled = compared(costsIn(at, scale));
        expect(stripped(scaled.breakEvenMonth)).toEqual(stripped(comparison.breakEvenMonth));
        expect(stripped(scaled.breakEvenVolume)).toEqual(stripped(comparison.breakEvenVolume));
      }),
      { numRuns: 60 },
    );
  });

  it(invariant(3), () => {
    fc.assert(
      fc.property(cents, price, price, (outlay, rented, running) => {
        const { months } = breakEven.months(new Exact(outlay), new Exact(rented), new Exact(running), null);
        if (months === null || outlay === 0) return;
        const apart = new Exact(outlay).plus(months.times(running)).minus(months.times(rented)).abs();
        expect(apart.lte(new Exact(outlay).times('1e-30'))).toBe(true);
        const before = months.times('0.999');
        expect(new Exact(outlay).plus(before.times(running)).gt(before.times(rented))).toBe(true);
      }),
    );
  });

  it(invariant(4), () => {
    fc.assert(
      fc.property(fc.array(cents, { minLength: 1, maxLength: 40 }), world, (flows, at) => {
        const exact = flows.map((flow) => new Exact(flow));
        expect(netPresentValue(new Exact(0), exact).toFixed()).toBe(exact.reduce((sum, flow) => sum.plus(flow), new Exact(0)).toFixed());
        const option = own(estimateCosts(costsIn(at)));
        expect(option?.presentValue.expected.value).toBe(option?.total.expected.value);
      }),
      { numRuns: 60 },
    );
  });

  it(invariant(4, 'discounting never raises what is still to be paid'), () => {
    fc.assert(
      fc.property(world, fc.integer({ min: 1, max: 30 }), (at, percent) => {
        const option = own(estimateCosts(costsIn(at, 1, { discountRate: known(percent / 100, '1/year') })));
        expect(option?.presentValue.expected.value ?? NaN).toBeLessThanOrEqual(option?.total.expected.value ?? NaN);
      }),
      { numRuns: 40 },
    );
  });

  it(invariant(5), () => {
    fc.assert(
      fc.property(price, price, price, price, (priceIn, priceOut, quantityIn, quantityOut) => {
        const blend = blendedPrice(new Exact(priceIn), new Exact(priceOut), new Exact(quantityIn), new Exact(quantityOut));
        expect(blend?.gte(Math.min(priceIn, priceOut)) && blend.lte(Math.max(priceIn, priceOut))).toBe(true);
      }),
    );
  });

  it(invariant(6), () => {
    fc.assert(
      fc.property(world, fc.integer({ min: 10, max: 990 }), (at, rate) => {
        const factor = new Exact(rate).div(100);
        const rates = [{ from: 'USD', to: 'EUR', rate: known(factor.toFixed(), 'ratio') }];
        const inDollars = costsIn(at);
        const inEuros = costsIn(at, 1, { currency: 'EUR', exchangeRates: rates });
        const totals = [inDollars, inEuros].map((costs) => {
          const model = costModel(costs);
          return model.options.map(({ bill }) => model.exactly(bill.total) ?? new Exact(NaN));
        });
        totals[1]?.forEach((total, index) => {
          const direct = totals[0]?.[index] ?? new Exact(NaN);
          expect(total.div(factor).minus(direct).abs().lte(direct.abs().times('1e-30'))).toBe(true);
        });
        expect(stripped(compared(inEuros).breakEvenMonth)).toEqual(stripped(compared(inDollars).breakEvenMonth));
      }),
      { numRuns: 40 },
    );
  });

  it('quantiles stand in order and adding an option leaves the others as they were', () => {
    fc.assert(
      fc.property(world, (at) => {
        const costs = costsIn(at, 1, { demand: { input: known(at.demand, 'Mtok/month', at.demand / 2, at.demand * 3), output: known(at.demand, 'Mtok/month', 0, at.demand * 2), peakToMean: known(1, 'ratio', 1, 4) } });
        const alone = estimateCosts(costs);
        const more = estimateCosts({ ...costs, options: [bought(1, 2, { id: 'another' }), ...costs.options] });
        for (const { p10, p50, p90 } of alone.options.map(({ total }) => total)) {
          expect(p10.value ?? NaN).toBeLessThanOrEqual(p50.value ?? NaN);
          expect(p50.value ?? NaN).toBeLessThanOrEqual(p90.value ?? NaN);
        }
        expect(more.options.slice(1)).toEqual(alone.options);
      }),
      { numRuns: 30 },
    );
  });
});
