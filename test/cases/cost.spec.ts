import { annuity } from '../../src/core/decision/cost/annuity.js';
import { blendedPrice } from '../../src/core/decision/cost/blended-price.js';
import { breakEven } from '../../src/core/decision/cost/break-even.js';
import { checkClaim } from '../../src/core/decision/cost/check-claim.js';
import { type Costs } from '../../src/core/decision/cost/cost-case.js';
import { estimateCosts } from '../../src/core/decision/cost/estimate-costs.js';
import { Exact } from '../../src/core/decision/cost/exact.js';
import { netPresentValue } from '../../src/core/decision/cost/net-present-value.js';
import { periodsToRepay } from '../../src/core/decision/cost/periods-to-repay.js';
import { presentValue } from '../../src/core/decision/cost/present-value.js';
import { bought, costsOf, known, owned, type Machine } from './cost-case-of.js';
import { panAtRealDemand, panBreakEvens, panImpliedPower, panMachines, panPrintedPower, type PanMachine } from './pan-2025.js';

const exact = (value: number | string | Exact): Exact => new Exact(value);
const decimals = (value: number): number => (String(value).split('.')[1] ?? '').length;
/** Rounded the way the figure was printed. */
const printedLike = (value: Exact | number | null | undefined, printed: number, places = decimals(printed)): number => Number(exact(value ?? NaN).toFixed(places, Exact.ROUND_HALF_UP));

const machineOf = (pan: PanMachine, power: Readonly<Record<string, number>>): Machine => ({ gpus: pan.gpus, pricePerGpu: pan.pricePerGpu, tokensPerSecond: pan.tokensPerSecond, loadPower: power[pan.gpu] ?? NaN });
const panNamed = (model: string): PanMachine => {
  const found = panMachines.find((pan) => pan.model === model);
  if (found === undefined) throw new Error(`no machine for ${model}`);
  return found;
};
const fullCapacity = (pan: PanMachine): string => exact(pan.tokensPerSecond).times('0.0036').times(176).toFixed();
const only = <Item>(items: readonly Item[]): Item => {
  const [item, ...others] = items;
  if (item === undefined || others.length > 0) throw new Error(`expected one item, got ${items.length}`);
  return item;
};
const ownOf = (costs: Costs) => only(estimateCosts(costs).options.filter(({ id }) => id === 'own'));

describe('Pan et al. 2025 (arXiv:2509.18101), capacity and electricity', () => {
  it.each(panMachines)('$model: capacity, outlay and electricity to the printed digits', (pan) => {
    const own = ownOf(costsOf(fullCapacity(pan), [owned(machineOf(pan, panImpliedPower))]));
    expect(own.capacity?.instances.value).toBe(1);
    expect(printedLike(own.capacity?.installed.value, pan.capacity, 1)).toBe(pan.capacity);
    expect(own.outlay.value).toBe(pan.outlay);
    expect(own.monthly.value).toBe(pan.electricity);
  });

  it.each(panMachines)('$model: the printed power gives another electricity bill than the printed one', (pan) => {
    const own = ownOf(costsOf(fullCapacity(pan), [owned(machineOf(pan, panPrintedPower))]));
    expect(own.monthly.value).toBe(pan.electricityAtPrintedPower);
    expect(own.monthly.value).not.toBe(pan.electricity);
  });
});

describe('Pan et al. 2025, break-even months at full capacity', () => {
  const found = (row: (typeof panBreakEvens)[number]) => {
    const pan = panNamed(row.model);
    const costs = costsOf(fullCapacity(pan), [owned(machineOf(pan, panImpliedPower)), bought(row.priceIn, row.priceOut)]);
    const result = estimateCosts(costs);
    return { api: only(result.options.filter(({ id }) => id === 'api')), month: only(result.comparisons).breakEvenMonth };
  };
  const rows = (status: string) => panBreakEvens.filter((row) => row.status === status);

  it('leaves no row unjudged, and every mismatch is in the Gemini column', () => {
    expect(rows('exact').length + rows('tol').length + rows('mismatch').length).toBe(panBreakEvens.length);
    expect(new Set(rows('mismatch').map(({ api }) => api))).toEqual(new Set(['Gemini 2.5 Pro']));
    expect(panBreakEvens.filter(({ api, status }) => api === 'Gemini 2.5 Pro' && status !== 'mismatch')).toEqual([]);
  });

  it.each(rows('exact'))('$model against $api: $published', (row) => {
    const { api, month } = found(row);
    expect(printedLike(api.monthly.value, row.apiMonth)).toBe(row.apiMonth);
    expect(printedLike(month.value, row.calculated, 4)).toBe(row.calculated);
    expect(printedLike(month.value, row.published)).toBe(row.published);
  });

  it.each(rows('tol'))('$model against $api: $published, which looks rounded up', (row) => {
    const { month } = found(row);
    expect(printedLike(month.value, row.calculated, 4)).toBe(row.calculated);
    expect(Math.abs((month.value ?? NaN) - row.published)).toBeLessThanOrEqual(0.0105 * row.published + 0.06);
  });

  it.each(rows('mismatch'))('$model against $api: the printed $published does not follow from the printed price', (row) => {
    const { month } = found(row);
    expect(printedLike(month.value, row.calculated, 4)).toBe(row.calculated);
    expect(Math.abs((month.value ?? NaN) - row.published)).toBeGreaterThan(0.0105 * row.published + 0.06);
    const pan = panNamed(row.model);
    const implied = exact(pan.outlay).div(row.published).plus(pan.electricity).div(fullCapacity(pan));
    expect(printedLike(implied, row.impliedBlend ?? NaN, 3)).toBeCloseTo(row.impliedBlend ?? NaN, 2);
  });
});

describe('Pan et al. 2025 at a real demand', () => {
  it.each(panAtRealDemand)('$model against $api at $demand Mtok/month: $months months', (row) => {
    const pan = panNamed(row.model);
    const [priceIn, priceOut] = row.api === 'GPT-5' ? [1.25, 10] : [15, 75];
    const result = estimateCosts(costsOf(row.demand, [owned(machineOf(pan, panImpliedPower)), bought(priceIn, priceOut)]));
    const [own, api] = result.options;
    expect(printedLike(own?.capacity?.installed.value, row.capacity, 2)).toBe(row.capacity);
    expect(printedLike(own?.capacity?.load.value, row.load, 4)).toBe(row.load);
    expect(printedLike(api?.monthly.value, row.apiMonth, 2)).toBe(row.apiMonth);
    expect(printedLike(own?.monthly.value, row.electricity, 2)).toBe(row.electricity);
    expect(printedLike(only(result.comparisons).breakEvenMonth.value, row.months, 2)).toBe(row.months);
  });

  it('a quarter of a full-time engineer means never', () => {
    const pan = panNamed('EXAONE 4.0 32B');
    const staff = { fte: known(0.25, 'FTE'), costPerFte: known(8000, 'USD/FTE-month') };
    const result = estimateCosts(costsOf(10, [owned(machineOf(pan, panImpliedPower), { staff }), bought(1.25, 10)]));
    expect(only(result.comparisons).breakEvenMonth).toMatchObject({ value: null, answer: 'never' });
    expect(only(result.comparisons).neverShare.value).toBe(1);
  });

  it('hardware that wears out first is never earned back', () => {
    const pan = panNamed('Llama-3.3-70B');
    const machine = owned(machineOf(pan, panImpliedPower));
    const acquisition = { ...machine.acquisition, life: known(36, 'months') } as typeof machine.acquisition;
    const result = estimateCosts(costsOf(50, [{ ...machine, acquisition }, bought(1.25, 10)]));
    expect(only(result.comparisons).breakEvenMonth).toMatchObject({ answer: 'never before replacement', value: expect.closeTo(42.75, 2) });
  });
});

describe('Olympio et al. 2026, break-even volume of a rented A100', () => {
  const rented = { kind: 'rent', pricePerGpuHour: known(3.07, 'USD/GPU-hour'), paidHours: known(730, 'hours/month') } as const;
  it.each([
    { price: 0.15, billions: 14.9, day: 498, exactBillions: 14.9407, exactDay: 498.02 },
    { price: 0.3, billions: 7.5, day: 249, exactBillions: 7.4703, exactDay: 249.01 },
    { price: 0.6, billions: 3.7, day: 124, exactBillions: 3.7352, exactDay: 124.51 },
  ])('$price USD/Mtok: $billions billion tokens a month, beyond one instance', ({ price, billions, day, exactBillions, exactDay }) => {
    const { energy, ...machine } = owned({ gpus: 1, pricePerGpu: 0, tokensPerSecond: 156.56, loadPower: 0 }, { acquisition: rented, utilisation: known(0.7, 'ratio') });
    expect(energy).toBeDefined();
    const result = estimateCosts(costsOf(200, [machine, bought(price, price)], { hoursPerMonth: known(730, 'hours/month') }));
    const { breakEvenVolume, capacity, instancesAtBreakEven } = only(result.comparisons);
    expect(printedLike(result.options[0]?.monthly.value, 2241.1)).toBe(2241.1);
    expect(printedLike((breakEvenVolume.value ?? NaN) / 1000, exactBillions)).toBe(exactBillions);
    expect(printedLike((breakEvenVolume.value ?? NaN) / 1000, billions)).toBe(billions);
    expect(printedLike((breakEvenVolume.value ?? NaN) / 30, exactDay)).toBe(exactDay);
    expect(Math.abs((breakEvenVolume.value ?? NaN) / 30 - day)).toBeLessThan(0.6);
    expect(breakEvenVolume.answer).toBe('not reachable');
    expect(printedLike(capacity.value, 288)).toBe(288);
    expect(instancesAtBreakEven.value).toBe(Math.ceil((exactBillions * 1000) / (capacity.value ?? NaN)));
  });
});

describe('Lenovo Press LP2225 (May 2025), hours after which buying beats renting', () => {
  it.each([
    { tier: 'on demand', cloud: 98.32, printed: 8556, hours: 8556.24, months: 11.72 },
    { tier: 'reserved for a year', cloud: 77.43, printed: 10890, hours: 10890.88, months: 14.92 },
    { tier: 'reserved for three years', cloud: 53.95, printed: 15710, hours: 15708.48, months: 21.52 },
    { tier: 'market after the price cut', cloud: 33, printed: 25942, hours: 25951.01, months: 35.55 },
  ])('$tier: $printed hours', ({ cloud, printed, hours, months }) => {
    const found = breakEven.months(exact(833806), exact(cloud), exact(0.87), null).months;
    expect(printedLike(found, hours, 2)).toBe(hours);
    expect(printedLike(found?.div(730), months, 2)).toBe(months);
    expect(Math.abs((found?.toNumber() ?? NaN) / printed - 1)).toBeLessThan(5e-4);
  });

  it('a year on demand', () => {
    const claim = checkClaim({ id: 'lenovo-year', says: '8,760 hours', formula: 'rent', gpus: 1, pricePerGpuHour: 98.32, hours: 8760, claimed: 861283, tolerance: 1e-6, source: 'Lenovo Press LP2225', asOf: '2025-05-23' });
    expect(claim.computed.value).toBe(861283.2);
    expect(claim.verdict).toBe('consistent');
  });
});

describe('single formulas from public pages', () => {
  it('one retrieval turn (ipapapa): 5,300 tokens in, 800 out, one rerank', () => {
    const tokens = exact(5300).times(0.5).plus(exact(800).times(3)).div(1e6);
    expect(tokens.plus(0.002).toNumber()).toBe(0.00705);
  });

  it('the same turn through a case with requests', () => {
    const option = bought(0.5, 3, { prices: { input: known(0.5, 'USD/Mtok'), output: known(3, 'USD/Mtok'), request: known(0.002, 'USD/request') } });
    const demand = { input: known(0.0053, 'Mtok/month'), output: known(0.0008, 'Mtok/month'), requests: known(1, 'requests/month'), peakToMean: known(1, 'ratio') };
    expect(only(estimateCosts(costsOf(1, [option], { demand })).options).monthly.value).toBe(0.00705);
  });

  it('a month of 720 hours is not one of 730', () => {
    expect(exact(3.39).times(720).toNumber()).toBe(2440.8);
    expect(exact(3.39).times(720).floor().toNumber()).toBe(2440);
    expect(exact(3.39).times(730).toNumber()).not.toBe(2440.8);
  });

  it("'more than 16,000 requests a day' holds without the rerank fee only", () => {
    const perDay = exact(2440.8).div(30);
    expect(printedLike(perDay.div(0.00705), 11540.4)).toBe(11540.4);
    expect(perDay.div('0.00505').toNumber()).toBeGreaterThan(16000);
    expect(printedLike(perDay.div('0.00505'), 16110.9)).toBe(16110.9);
    expect(perDay.div(0.00705).toNumber()).toBeLessThan(16000);
  });

  it('power of eight 700 W GPUs and a 2 kW server (alpha-one-index)', () => {
    const energy = { loadPower: known(0.7, 'kW/GPU'), idlePower: known(0.7, 'kW/GPU'), pue: known(1.4, 'ratio'), tariff: known(0.1, 'USD/kWh') };
    const perHour = (more: object): number => {
      const own = ownOf(costsOf(1, [owned({ gpus: 8, pricePerGpu: 0, tokensPerSecond: 1000, loadPower: 0 }, { energy: { ...energy, ...more } })], { hoursPerMonth: known(1, 'hours/month') }));
      return own.monthly.value ?? NaN;
    };
    expect(perHour({})).toBe(0.784);
    expect(perHour({ serverPower: known(2, 'kW/instance') })).toBe(1.064);
    expect(printedLike(perHour({ serverPower: known(2, 'kW/instance') }), 1.06)).toBe(1.06);
    expect(printedLike(perHour({ serverPower: known(2, 'kW/instance') }) - perHour({}), 0.28)).toBe(0.28);
  });
});

describe('numpy-financial test values', () => {
  const close = (value: Exact | 'never', published: string): void => {
    expect(value).not.toBe('never');
    expect(exact(value as Exact).toSignificantDigits(12).toString()).toBe(exact(published).toSignificantDigits(12).toString());
  };
  it('npv', () => close(netPresentValue(exact(0.05), [-15000, 1500, 2500, 3500, 4500, 6000].map(exact)), '122.894854950942692161628715'));
  it.each([
    { rate: exact(0.08).div(12), periods: 60, present: 15000, published: '304.1459143262052370338701494' },
    { rate: exact(0), periods: 60, present: 15000, published: '250' },
    { rate: exact(0.8), periods: 3, present: 20000, published: '19311.25827814569536423841060' },
    { rate: exact(0.3), periods: 12, present: 2000, published: '626.9081401700757748402586600' },
  ])('pmt $published', ({ rate, periods, present, published }) => close(annuity(exact(present), rate, periods), published));
  it('pv', () => close(presentValue(exact(12000), exact(0.07), 20), '127128.1709461939327295222005'));
  it('nper at rate 0', () => close(periodsToRepay(exact(1000), exact(0), exact(100)), '10'));
  it('nper without a payment is never', () => expect(periodsToRepay(exact(1000), exact(0), exact(0))).toBe('never'));
  it('nper undoes pmt', () => close(periodsToRepay(exact(2000), exact(0.3), annuity(exact(2000), exact(0.3), 12)), '12'));
});

describe('published claims that do not follow from their own inputs', () => {
  const alphaOne = { source: 'alpha-one-index, buy-vs-rent framework', asOf: '2026-03-01', tolerance: 0.0105 };
  it.each([
    { ...alphaOne, id: 'alphaone-power-year', says: '8 x 700 W, PUE 1.4, a year', formula: 'energy', gpus: 8, kilowattsPerGpu: 0.7, pue: 1.4, hours: 8760, tariff: 0.1, claimed: 33600, gives: 6867.84 },
    { ...alphaOne, id: 'alphaone-16h-month', says: '8 x H100, 16 hours a day', formula: 'rent', gpus: 8, pricePerGpuHour: 3.1, hours: (730 * 16) / 24, claimed: 36024, gives: 12069.33 },
    { ...alphaOne, id: 'alphaone-crossover', says: 'crosses over in month 18', formula: 'break-even-hours', outlay: 833806, rentedPerHour: 98.32, runningPerHour: 0.87, hoursPerMonth: 730, claimed: 18, gives: 11.72 },
    { ...alphaOne, id: 'alphaone-crossover-month', says: 'first month in the cloud, at 730 hours', formula: 'rent', gpus: 1, pricePerGpuHour: 98.32, hours: 730, claimed: 72760, gives: 71773.6 },
    { source: 'Pan et al. 2025', asOf: '2025-09-22', tolerance: 0.0105, id: 'pan-gemini', says: 'Kimi-K2 against Gemini 2.5 Pro', formula: 'break-even-months', outlay: 240000, rentedPerMonth: 3590.4, runningPerMonth: 126.72, claimed: 63.1, gives: 69.29 },
  ] as const)('$id is flagged', ({ gives, ...claim }) => {
    const checked = checkClaim(claim);
    expect(checked.verdict).toBe('inconsistent');
    expect(printedLike(checked.computed.value, gives, 2)).toBe(gives);
    expect(checked.message).toContain(claim.id);
    expect(checked.message).toContain('does not follow');
  });

  it('the month of the cross-over table is one of 740 hours', () => {
    expect(checkClaim({ ...alphaOne, id: 'month', says: 'first month', formula: 'rent', gpus: 1, pricePerGpuHour: 98.32, hours: 740, claimed: 72760, tolerance: 0.0001 }).verdict).toBe('consistent');
  });
});

describe('what cannot be priced', () => {
  it('a missing price makes the option unknown and names the figure', () => {
    const option = only(estimateCosts(costsOf(10, [bought(null, 10)])).options);
    expect(option.state).toBe('unknown');
    expect(option.total.expected).toMatchObject({ value: null, answer: 'unknown' });
    expect(option.missing).toEqual(['options/api/prices/input has no value (test); give it with its date and source']);
  });

  it('a price that ended is no price', () => {
    const option = bought(1, 10, { prices: { input: { ...known(1, 'USD/Mtok'), validTo: '2026-10-23' }, output: known(10, 'USD/Mtok') } });
    expect(only(estimateCosts(costsOf(10, [option])).options).missing.join()).toContain('ended on 2026-10-23');
  });

  it('a currency without a rate is unknown, with a rate it is converted', () => {
    const option = bought(1, 10);
    expect(only(estimateCosts(costsOf(30, [option], { currency: 'EUR' })).options).state).toBe('unknown');
    const rates = [{ from: 'USD', to: 'EUR', rate: known(0.5, 'ratio') }];
    expect(only(estimateCosts(costsOf(30, [option], { currency: 'EUR', exchangeRates: rates })).options).monthly).toMatchObject({ value: 105, unit: 'EUR/month' });
    const inverse = [{ from: 'EUR', to: 'USD', rate: known(2, 'ratio') }];
    expect(only(estimateCosts(costsOf(30, [option], { currency: 'EUR', exchangeRates: inverse })).options).monthly.value).toBe(105);
  });

  it('no demand, no blended price', () => {
    expect(blendedPrice(exact(1), exact(2), exact(0), exact(0))).toBeNull();
    const machine = owned({ gpus: 1, pricePerGpu: 100, tokensPerSecond: 10, loadPower: 0.3 });
    expect(only(estimateCosts(costsOf(0, [machine, bought(1, 10)])).comparisons)).toMatchObject({ breakEvenMonth: { answer: 'never' }, breakEvenVolume: { answer: 'unknown' } });
  });
});
