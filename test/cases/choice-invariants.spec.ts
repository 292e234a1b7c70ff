import fc from 'fast-check';
import { admissibility } from '../../src/core/decision/choice/admissibility.js';
import { ahpWeights } from '../../src/core/decision/choice/ahp-weights.js';
import { type ChoiceInput } from '../../src/core/decision/choice/choice-input.js';
import { perfectInformation } from '../../src/core/decision/choice/perfect-information.js';
import { stabilityInterval } from '../../src/core/decision/choice/stability-interval.js';
import { weightedValue } from '../../src/core/decision/choice/weighted-value.js';
import { invariant } from './invariant.js';
import { chosen, criterionNamed, inputOf, optionScoring, ranksOf, scored, valuesOf } from './choice-input-of.js';

/** Values on a grid of 64ths are exact in binary, so that equal means equal. */
const grid = fc.integer({ min: 0, max: 64 }).map((step) => step / 64);
const points = fc.integer({ min: 1, max: 100 });
const table = (options: { readonly min: number; readonly max: number }) =>
  fc.integer({ min: 1, max: 5 }).chain((criteria) =>
    fc.record({
      values: fc.array(fc.array(grid, { minLength: criteria, maxLength: criteria }), { minLength: options.min, maxLength: options.max }),
      weights: fc.array(points, { minLength: criteria, maxLength: criteria }),
    }),
  );
const few = { draws: 100 };
const runs = { numRuns: 80 };

describe('invariants of a choice', () => {
  it(invariant(11, 'nor is it ever first, nor has it central weights, as 16 says'), () => {
    fc.assert(
      fc.property(table({ min: 1, max: 4 }), fc.array(grid, { minLength: 5, maxLength: 5 }), ({ values, weights }, loss) => {
        const [best = []] = values;
        const worse = best.map((value, index) => Math.max(0, value - (loss[index] ?? 0)));
        fc.pre(worse.some((value, index) => value < (best[index] ?? 0)));
        const result = chosen(inputOf([...values, worse], weights, few));
        const loser = `o${String(values.length).padStart(2, '0')}`;
        expect(ranksOf(result)[loser]).toBeGreaterThanOrEqual(ranksOf(result)['o00'] ?? NaN);
        expect(valuesOf(result)[loser]).toBeLessThan(valuesOf(result)['o00'] ?? NaN);
        expect(result.dominance).toContainEqual({ dominator: 'o00', dominated: loser });
        expect(result.robustness.find(({ option }) => option === loser)).toMatchObject({ firstRank: { value: 0 }, centralWeights: null, confidence: null });
      }),
      runs,
    );
  });

  it(invariant(12), () => {
    const spread = fc.tuple(grid, grid, grid).map((three) => [...three].sort((left, right) => left - right) as [number, number, number]);
    fc.assert(
      fc.property(fc.array(fc.tuple(spread, spread, spread), { minLength: 2, maxLength: 5 }), fc.array(points, { minLength: 3, maxLength: 3 }), fc.nat(4), (rows, weights, pick) => {
        const input = inputOf(rows.map((row) => row.map(([low, mode, high]) => scored(mode, low, high))), weights, few);
        const before = chosen(input);
        const copied = input.options[pick % input.options.length];
        const more: ChoiceInput = { ...input, options: [...(copied === undefined ? [] : [{ ...copied, id: 'copy' }]), ...[...input.options].reverse()] };
        const after = chosen(more);
        for (const { option, value } of before.ranking) expect(after.ranking.find((ranked) => ranked.option === option)?.value).toEqual(value);
        for (const { option, wins } of before.robustness) expect(after.robustness.find((robust) => robust.option === option)?.wins).toMatchObject(wins);
        const without = chosen({ ...more, options: more.options.filter(({ id }) => id !== 'copy') });
        expect(JSON.stringify(without)).toBe(JSON.stringify(before));
      }),
      { numRuns: 40 },
    );
  });

  it(invariant(13), () => {
    fc.assert(
      fc.property(table({ min: 2, max: 4 }), fc.integer({ min: 0, max: 6 }), fc.integer({ min: -500, max: 500 }), ({ values, weights }, doublings, shift) => {
        const before = chosen(inputOf(values, weights, few));
        const scale = 2 ** doublings;
        const input = inputOf(
          values.map((row) => row.map((value) => scored(value * scale + shift))),
          weights.map((weight) => weight * scale),
          few,
        );
        const anchors = [{ at: shift, value: 0 }, { at: scale + shift, value: 1 }];
        const after = chosen({ ...input, criteria: [...input.criteria].reverse().map(({ id }) => criterionNamed(id, { anchors })) });
        expect(valuesOf(after)).toEqual(valuesOf(before));
        expect(after.robustness).toEqual(before.robustness);
        expect(after.weights).toEqual(before.weights);
        expect(after.verdict).toEqual(before.verdict);
      }),
      runs,
    );
  });

  it(invariant(14), () => {
    fc.assert(
      fc.property(table({ min: 2, max: 5 }), fc.nat(4), fc.nat(4), grid, ({ values, weights }, row, column, gain) => {
        const option = row % values.length;
        const criterion = column % weights.length;
        const better = values.map((line, index) => (index === option ? line.map((value, at) => (at === criterion ? Math.min(1, value + gain) : value)) : line));
        const id = `o${String(option).padStart(2, '0')}`;
        expect(ranksOf(chosen(inputOf(better, weights, few)))[id]).toBeLessThanOrEqual(ranksOf(chosen(inputOf(values, weights, few)))[id] ?? NaN);
      }),
      runs,
    );
  });

  it(invariant(15), () => {
    fc.assert(
      fc.property(table({ min: 2, max: 5 }), fc.nat(4), ({ values, weights }, column) => {
        fc.pre(weights.length > 1);
        const criterion = column % weights.length;
        const sum = weights.reduce((total, weight) => total + weight, 0);
        const shares = weights.map((weight) => weight / sum);
        const totals = values.map((row) => weightedValue(row, shares));
        const leader = totals.indexOf(Math.max(...totals));
        const { low, high } = stabilityInterval(values, shares, criterion, leader);
        const own = shares[criterion] ?? NaN;
        expect(low).toBeLessThanOrEqual(own);
        expect(high).toBeGreaterThanOrEqual(own);
        const leadAt = (weight: number): number => {
          const moved = shares.map((share, index) => (index === criterion ? weight : (share * (1 - weight)) / (1 - own)));
          const at = values.map((row) => weightedValue(row, moved));
          return (at[leader] ?? NaN) - Math.max(...at.filter((_, index) => index !== leader));
        };
        for (const inside of [low, (low + own) / 2, (high + own) / 2, high]) expect(leadAt(inside)).toBeGreaterThanOrEqual(-1e-12);
        if (low > 0) expect(Math.abs(leadAt(low))).toBeLessThan(1e-9);
        if (high < 1) expect(Math.abs(leadAt(high))).toBeLessThan(1e-9);
      }),
      { numRuns: 300 },
    );
  });

  it(invariant(16), () => {
    fc.assert(
      fc.property(table({ min: 1, max: 5 }), ({ values, weights }) => {
        for (const { option, ranks, wins } of chosen(inputOf(values, weights, few)).robustness) {
          expect(ranks.reduce((sum, { value }) => sum + (value ?? NaN), 0)).toBeCloseTo(1, 10);
          expect(Object.keys(wins)).not.toContain(option);
        }
        const { robustness, dominance } = chosen(inputOf(values, weights, few));
        for (const { dominated } of dominance) expect(robustness.find(({ option }) => option === dominated)).toMatchObject({ firstRank: { value: 0 }, centralWeights: null, confidence: null });
        for (const one of robustness) for (const other of robustness) if (one.option !== other.option) expect((one.wins[other.option]?.value ?? NaN) + (other.wins[one.option]?.value ?? NaN)).toBeCloseTo(1, 10);
      }),
      runs,
    );
  });

  it(invariant(17, 'bytes'), () => {
    fc.assert(
      fc.property(table({ min: 1, max: 4 }), fc.nat(), fc.constantFrom('any' as const, 'ordinal' as const), ({ values, weights }, seed, weightSpace) => {
        const rows = values.map((row) => row.map((value) => scored(value, value / 2, (value + 1) / 2)));
        const input = inputOf(rows, weights, { ...few, seed, weightSpace });
        expect(JSON.stringify(chosen(input))).toBe(JSON.stringify(chosen(structuredClone(input))));
      }),
      runs,
    );
  });

  it(invariant(17, 'geometry'), () => {
    const draws = 10_000;
    const gain = fc.integer({ min: 1, max: 20 }).map((step) => step / 64);
    fc.assert(
      fc.property(gain, gain, gain, fc.nat(), (ahead, behind, further, seed) => {
        const base = 0.5;
        const result = chosen(inputOf([[base + ahead, base, base], [base, base + behind, base + further]], [1, 1, 1], { draws, seed }));
        const exact = (ahead * ahead) / ((ahead + behind) * (ahead + further));
        expect(Math.abs((result.robustness[0]?.firstRank.value ?? NaN) - exact)).toBeLessThanOrEqual(3 * Math.sqrt((exact * (1 - exact)) / draws));
      }),
      { numRuns: 40, seed: 20261123 },
    );
  });

  it(invariant(17, 'ordinal weights keep the elicited order and stay uniform on what is left'), () => {
    const { robustness } = chosen(inputOf([[1, 0], [0, 1]], [70, 30], { draws: 10_000, weightSpace: 'ordinal' }));
    expect(robustness.map(({ firstRank }) => firstRank.value)).toEqual([1, 0]);
    expect(robustness[0]?.centralWeights?.['c00']?.value).toBeCloseTo(0.75, 2);
  });

  const verdict = fc.constantFrom('pass' as const, 'fail' as const, 'unknown' as const, 'not-applicable' as const, 'error' as const);
  const rules = fc.array(fc.record({ rule: fc.constantFrom('R1', 'R2', 'R3', 'R4'), verdict, because: fc.constant('test'), waivable: fc.boolean() }), { maxLength: 5 });
  const judge = (constraints: readonly (typeof rules extends fc.Arbitrary<infer Value> ? Value : never)[]) =>
    admissibility(constraints.map((given, index) => optionScoring(`o${index}`, { c00: scored(0.5) }, { constraints: given })));

  it(invariant(18), () => {
    fc.assert(
      fc.property(fc.array(rules, { minLength: 1, maxLength: 4 }), rules, (given, added) => {
        const before = judge(given);
        given.forEach((constraints, index) => {
          const bad = constraints.some((constraint) => ['fail', 'unknown', 'error'].includes(constraint.verdict));
          expect(before.options[index]?.state).toBe(bad ? 'blocked' : 'admissible');
        });
        const after = judge(given.map((constraints) => [...constraints, ...added]));
        after.options.forEach((option, index) => expect(option.state === 'admissible' && before.options[index]?.state !== 'admissible').toBe(false));
      }),
    );
  });

  it(invariant(18, 'waiving the smallest set admits what it names, and waiving any less admits nothing'), () => {
    fc.assert(
      fc.property(fc.array(rules, { minLength: 1, maxLength: 4 }), (given) => {
        const { options, waivers } = judge(given);
        fc.pre(options.every(({ state }) => state !== 'admissible'));
        const waiving = (named: readonly string[]) => judge(given.map((constraints) => constraints.map((constraint) => (constraint.waivable && named.includes(constraint.rule) ? { ...constraint, waiver: 'W' } : constraint))));
        for (const { rules: named, admits } of waivers) {
          expect(waiving(named).options.filter(({ state }) => state === 'admissible').map(({ id }) => id)).toEqual(expect.arrayContaining([...admits]));
          for (const kept of named) expect(waiving(named.filter((rule) => rule !== kept)).options.some(({ id, state }) => state === 'admissible' && admits.includes(id))).toBe(false);
        }
      }),
    );
  });

  it(invariant(19), () => {
    fc.assert(
      fc.property(fc.array(fc.array(grid, { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 5 }), (payoffs) => {
        expect(perfectInformation(payoffs)).toBeGreaterThanOrEqual(0);
      }),
    );
    fc.assert(
      fc.property(table({ min: 1, max: 4 }), ({ values, weights }) => {
        const rows = values.map((row) => row.map((value) => scored(value, value / 2, (value + 1) / 2)));
        expect(chosen(inputOf(rows, weights, few)).expectedValueOfPerfectInformation?.value).toBeGreaterThanOrEqual(0);
      }),
      runs,
    );
  });

  it(invariant(20), () => {
    fc.assert(
      fc.property(fc.array(points, { minLength: 1, maxLength: 9 }), fc.constantFrom('saaty' as const, 'tummala-ling-1998' as const, 'donegan-dodd-1991' as const), (weights, name) => {
        const found = ahpWeights(weights.map((left) => weights.map((right) => left / right)), name);
        const sum = weights.reduce((total, weight) => total + weight, 0);
        expect(found.consistencyRatio).toBeCloseTo(0, 10);
        found.weights.forEach((weight, index) => expect(weight).toBeCloseTo((weights[index] ?? NaN) / sum, 10));
      }),
    );
  });
});
