import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { ahpWeights } from '../../src/core/decision/choice/ahp-weights.js';
import { choiceDraws, type DrawnScore } from '../../src/core/decision/choice/choice-draws.js';
import { choose } from '../../src/core/decision/choice/choose.js';
import { dominates } from '../../src/core/decision/choice/dominates.js';
import { elicitWeights } from '../../src/core/decision/choice/elicit-weights.js';
import { firstRanks } from '../../src/core/decision/choice/first-ranks.js';
import { perfectInformation } from '../../src/core/decision/choice/perfect-information.js';
import { smaa } from '../../src/core/decision/choice/smaa.js';
import { valueAt } from '../../src/core/decision/choice/value-at.js';
import { type ValueFunction } from '../../src/core/decision/choice/value-function.js';
import { type Weighting } from '../../src/core/decision/choice/weighting.js';
import { weightedValue } from '../../src/core/decision/choice/weighted-value.js';
import { agreed, chosen, criterionNamed, inputOf, optionScoring, ranksOf, scored, valuesOf } from './choice-input-of.js';
import { criticWeights, distributiveAhp, electre, electreKernel, entropyWeights, minMax, prometheeNetFlow, rankingEntropy, smaaByDefinition, spotis, topsis, vikor, waspas, weightedSumByReciprocal } from './mcda-methods.js';
import { panBenchmarks } from './pan-2025.js';
import { publishedChoices as published } from './published-choices.js';

function expectClose(found: readonly number[], expected: readonly number[], tolerance: number): void {
  expect(found).toHaveLength(expected.length);
  found.forEach((value, index) => {
    const wanted = expected[index] ?? NaN;
    if (Number.isNaN(wanted)) expect(value).toBeNaN();
    else expect(Math.abs(value - wanted)).toBeLessThanOrEqual(tolerance);
  });
}

const between = (low: number, high: number, rising: boolean): ValueFunction => [
  { at: low, value: rising ? 0 : 1 },
  { at: high, value: rising ? 1 : 0 },
];
const inside = (value: number | null): number => {
  if (value === null) throw new Error('outside the anchors');
  return value;
};

describe('published results the engine reproduces', () => {
  it('min-max values are value functions anchored at the extremes', () => {
    const { input, expected, tolerance } = published.normMinmax;
    const columns = input.types.map((type, index) => {
      const numbers = input.matrix.map((row) => row[index] ?? NaN);
      return between(Math.min(...numbers), Math.max(...numbers), type > 0);
    });
    expectClose(input.matrix.flatMap((row) => row.map((score, index) => inside(valueAt(columns[index] ?? [], score)))), expected.flat, tolerance);
    expectClose(minMax(input.matrix, input.types).flat(), expected.flat, tolerance);
  });

  it('SPOTIS with fixed bounds is one less the weighted value', () => {
    const { input, expected, tolerance } = published.spotisDezert2020;
    const anchors = input.bounds.map(([low = 0, high = 0], index) => between(low, high, (input.types[index] ?? 1) > 0));
    expectClose(input.matrix.map((row) => 1 - weightedValue(row.map((score, index) => inside(valueAt(anchors[index] ?? [], score))), input.weights)), expected.score, tolerance);
    const ideal = input.bounds.map(([low = 0, high = 0], index) => ((input.types[index] ?? 1) > 0 ? high : low));
    expectClose(spotis(input.matrix, input.weights, input.bounds, ideal), expected.score, tolerance);
  });

  it('SPOTIS around an expected solution point', () => {
    const { input, expected, tolerance } = published.spotisDezert2020Esp;
    expectClose(spotis(input.matrix, input.weights, input.bounds, input.esp), expected.score, tolerance);
  });

  it('Pareto dominance, weak and strict', () => {
    const { input, expected } = published.dominanceFilter;
    const oriented = input.matrix.map((row) => row.map((value, index) => ({ low: value * (input.types[index] ?? 1), high: value * (input.types[index] ?? 1) })));
    const left = (strict: boolean): readonly number[] => oriented.flatMap((own, index) => (oriented.some((other) => dominates(other, own, strict)) ? [] : [index]));
    expect(left(false)).toEqual(expected.nonDominatedWeak);
    expect(left(true)).toEqual(expected.nonDominatedStrict);
  });

  it('AHP weights and consistency ratios by three tables', () => {
    const { input, expected, tolerance } = published.ahpSaatyDrinks;
    const matrix = input.names.map((_, row) => input.names.map((__, column): number => (row === column ? 1 : 0)));
    for (const [left, right, ratio] of input.pairwise as [string, string, number][]) {
      const [row, column] = [input.names.indexOf(left), input.names.indexOf(right)];
      matrix[row]![column] = ratio;
      matrix[column]![row] = 1 / ratio;
    }
    const saaty = ahpWeights(matrix, 'saaty');
    expectClose(saaty.weights, expected.weights, tolerance);
    expectClose([saaty.lambdaMax], [7.176629], 1e-6);
    expectClose([saaty.consistencyRatio ?? NaN], expected.crSaaty, tolerance);
    expectClose([ahpWeights(matrix, 'donegan-dodd-1991').consistencyRatio ?? NaN], expected.crDoneganDodd, tolerance);
  });

  it('fixed anchors keep the order when a copy is added', () => {
    const { input, expected, tolerance } = published.rankReversalFixedAnchors;
    const anchors = between(1, 9, true);
    const rate = (matrix: readonly (readonly number[])[]): readonly number[] => {
      const rows = matrix.map((row) => row.map((score) => scored(score)));
      const result = chosen(inputOf(rows, [1, 1, 1], { criteria: ['c00', 'c01', 'c02'].map((id) => criterionNamed(id, { anchors: [...anchors] })) }));
      return Object.keys(valuesOf(result)).sort().map((id) => valuesOf(result)[id] ?? NaN);
    };
    expectClose(rate(input.before), expected.before, tolerance);
    expectClose(rate([...input.before, input.afterAdds]), expected.after, tolerance);
  });

  it('piecewise-linear values; outside the anchors the engine refuses and only the test clips', () => {
    const { input, expected, tolerance } = published.pvfClip;
    const anchors = input.cutoffs.map((at, index) => ({ at, value: input.values[index] ?? NaN }));
    const [first, last] = [input.cutoffs[0] ?? NaN, input.cutoffs[input.cutoffs.length - 1] ?? NaN];
    expectClose(input.x.map((x) => inside(valueAt(anchors, Math.min(last, Math.max(first, x))))), expected.v, tolerance);
    expect(input.x.filter((x) => valueAt(anchors, x) === null)).toEqual([10, 40, 101, 120]);
  });

  it('SMAA of two options with a closed form', () => {
    const { input, expected, tolerance } = published.smaaAnalytic2x2;
    const { robustness } = chosen(inputOf(input.values, [1, 1], { draws: 400_000 }));
    expectClose(robustness.map(({ firstRank }) => firstRank.value ?? NaN), expected.firstAcceptability, tolerance);
    robustness.forEach(({ centralWeights }, index) => expectClose(Object.values(centralWeights ?? {}).map(({ value }) => value ?? NaN), expected.centralWeights[index] ?? [], tolerance));
  });

  it('an option that is never first has no central weights', () => {
    const result = smaa({ options: 2, criteria: 3, draws: 10, values: [1, 1, 1, 0, 0, 0], weights: new Float64Array(30).fill(1 / 3) });
    expectClose(result.centralWeights[0] ?? [], [1 / 3, 1 / 3, 1 / 3], 1e-12);
    expect(result.centralWeights[1]).toBeNull();
    expect(result.rankAcceptability[1]?.[0]).toBe(0);
  });

  it.each([
    { options: 2, criteria: 3, weightSpace: 'any', sure: false },
    { options: 5, criteria: 6, weightSpace: 'ordinal', sure: false },
    { options: 4, criteria: 2, weightSpace: 'any', sure: true },
  ] as const)('SMAA counts what its definition says, draw by draw: $options options, $criteria criteria, $weightSpace weights', ({ options, criteria, weightSpace, sure }) => {
    const draws = 2_000;
    const made = choiceDraws();
    const anchors = [...between(0, 100, true)];
    const cells = Array.from({ length: options }, (_, row) =>
      Array.from({ length: criteria }, (__, column): DrawnScore => {
        const mode = sure ? 20 * (1 + ((row + column) % 4)) : 30 + 7 * ((row * 3 + column * 5) % 6);
        return { kind: 'known', low: sure ? mode : mode - 25, mode, high: sure ? mode : mode + 20, anchors, seed: row * criteria + column };
      }),
    );
    const drawn = { options, criteria, draws, values: made.values(cells, draws), weights: made.weights({ seed: 3, draws, weightSpace }, Array.from({ length: criteria }, (_, index) => 1 / (index + 1))) };
    const valueIn = (draw: number, cell: number): number => {
      const column = drawn.values[cell] ?? NaN;
      return typeof column === 'number' ? column : (column[draw] ?? NaN);
    };
    const perDraw = Array.from({ length: draws }, (_, draw) => Array.from({ length: options }, (__, row) => Array.from({ length: criteria }, (___, column) => valueIn(draw, row * criteria + column))));
    const weights = Array.from({ length: draws }, (_, draw) => [...drawn.weights.subarray(draw * criteria, (draw + 1) * criteria)]);
    const [found, defined] = [smaa(drawn), smaaByDefinition(perDraw, weights)];
    for (const name of ['rankAcceptability', 'pairwiseWinning', 'centralWeights'] as const) expectClose(found[name].flatMap((row) => row ?? [NaN]), defined[name].flatMap((row) => row ?? [NaN]), 1e-12);
    expectClose(found.confidence.map((share) => share ?? NaN), defined.confidence.map((share) => share ?? NaN), 1e-12);
    expect(firstRanks(drawn)).toEqual(found.rankAcceptability.map(([first]) => first));
  });

  it('the published thrombolysis numbers agree with themselves: what puts each option first makes up all weights', () => {
    const { rankAcceptability, centralWeights } = published.smaaThromboNopref.expected;
    for (const rows of [rankAcceptability, [0, 1].map((rank) => rankAcceptability.map((row) => row[rank] ?? NaN))]) for (const row of rows) expect(row.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 10);
    const threeErrors = 3 * Math.sqrt(1 / 18 / 10_000);
    expectClose([0, 1, 2].map((column) => centralWeights.reduce((sum, central, row) => sum + (central[column] ?? NaN) * (rankAcceptability[row]?.[0] ?? NaN), 0)), [1 / 3, 1 / 3, 1 / 3], threeErrors);
  });

  it('a benchmark nobody published is unknown, not 0', () => {
    const { names, of } = panBenchmarks;
    const criteria = names.map((name) => criterionNamed(name, { unit: 'per cent', anchors: [...between(0, 100, true)], benchmark: { name, setting: 'as printed', language: 'en' } }));
    const points = Object.fromEntries(names.map((name) => [name, 1]));
    const result = (missing: number | null) =>
      chosen({
        ...inputOf([], []),
        criteria,
        weighting: { method: 'swing', points },
        options: Object.entries(of).map(([model, values]) =>
          optionScoring(model, Object.fromEntries(names.map((name, index) => [name, { ...scored(values[index] ?? missing, undefined, undefined, 'per cent'), benchmark: { name, setting: 'as printed', language: 'en' } }]))),
        ),
      });
    const { unknown, ranking } = result(null);
    expect(ranking).toHaveLength(14);
    expect(unknown).toEqual([{ option: 'gpt-oss-120B', criterion: 'MATH-500', because: 'no figure was found (test)' }]);
    expect(ranking.find(({ option }) => option === 'gpt-oss-120B')?.values['MATH-500']).toMatchObject({ value: 0.5, low: 0, high: 1 });
    expect(result(0).unknown).toEqual([]);
    expect(ranking.find(({ option }) => option === 'GPT-5')?.values).toMatchObject({ GPQA: { value: 0.854 }, 'MATH-500': { value: 0.994 } });
  });

  it('swing points', () => {
    const { input, expected, tolerance } = published.swingWeights;
    const elicited = elicitWeights({ method: 'swing', points: Object.fromEntries(input.points.map((point, index) => [`c${index}`, point])) }, ['c0', 'c1', 'c2', 'c3'], 0.1);
    expectClose(elicited.kind === 'weights' ? elicited.elicited.weights : [], expected.weights, tolerance);
  });

  it('expected value of perfect information', () => {
    const { input, expected, tolerance } = published.evpi2x2;
    expectClose([perfectInformation(input.payoff, input.prob)], expected.evpi, tolerance);
  });
});

describe('published results of methods the engine does not use', () => {
  it.each(['topsisTzeng2011', 'topsis2x3Raw'] as const)('TOPSIS: %s', (name) => {
    const { input, expected, tolerance } = published[name];
    expectClose(topsis(input.matrix, input.weights, input.types, name !== 'topsis2x3Raw'), expected.score, tolerance);
  });

  it('TOPSIS lets a dominated option change the winner, the engine does not', () => {
    const { input, expected, tolerance } = published.rankReversalTopsis;
    const [before, after] = [topsis(input.matrix, input.weights, input.types), topsis([...input.matrix, input.added], input.weights, input.types)];
    expectClose(before, expected.before, tolerance);
    expectClose(after, expected.after, tolerance);
    const winner = (scores: readonly number[]): number => scores.indexOf(Math.max(...scores));
    expect(winner(before)).not.toBe(winner(after));
    const criteria = ['c00', 'c01', 'c02'].map((id) => criterionNamed(id, { anchors: [...between(0, 10, true)] }));
    const leader = (matrix: readonly (readonly number[])[]): string | null => chosen(inputOf(matrix, input.weights, { criteria })).verdict.option;
    expect(leader([...input.matrix, input.added])).toBe(leader(input.matrix));
  });

  it('VIKOR', () => {
    const { input, expected, tolerance } = published.vikor4x3;
    const found = vikor(input.matrix, input.weights, input.types, 0.5);
    expectClose(found.S, expected.S, tolerance);
    expectClose(found.R, expected.R, tolerance);
    expectClose(found.Q, expected.Q, tolerance);
  });

  it('PROMETHEE II', () => {
    const { input, expected, tolerance } = published.promethee2Zhao2013;
    expectClose(prometheeNetFlow(input.matrix, input.weights, input.types), expected.netFlow, tolerance);
  });

  it('a weighted sum over reciprocals and column sums, which min-max values rank otherwise', () => {
    const { input, expected, tolerance } = published.wsmKracka2010;
    const scores = weightedSumByReciprocal(input.matrix, input.weights, input.types);
    expectClose(scores, expected.score, tolerance);
    const ranksOfScores = (numbers: readonly number[]): readonly number[] => numbers.map((own) => 1 + numbers.filter((other) => other > own).length);
    expect(ranksOfScores(scores)).toEqual(expected.rank);
    expect(ranksOfScores(minMax(input.matrix, input.types).map((row) => weightedValue(row, row.map(() => 1 / 7))))).toEqual([5, 1, 3, 6, 4, 2]);
  });

  it('WASPAS, whose weights do not sum to 1 and are refused here', () => {
    const { input, expected, tolerance } = published.waspasChakraborty2015;
    expectClose(waspas(input.matrix, input.weights, input.types, 0.5), expected.score, tolerance);
    const names = input.weights.map((_, index) => `c${index}`);
    const elicited = elicitWeights({ method: 'direct', weights: Object.fromEntries(names.map((name, index) => [name, input.weights[index] ?? 0])) }, names, 0.1);
    expect(elicited).toEqual({ kind: 'refused', problems: ['the weights sum to 1.0155 and not to 1; correct them or use swing points, which are scaled'] });
  });

  it('ELECTRE I', () => {
    const { input, expected, tolerance } = published.electre1Cebrian2009;
    const found = electre(input.matrix, input.weights, input.types);
    expectClose(found.concordance.flat(), expected.concordance.flat(), tolerance);
    expectClose(found.discordance.flat(), expected.discordance.flat(), tolerance);
    expect(electreKernel(found, 0.65, 0.35)).toEqual(expected.kernelIndex);
  });

  it('entropy weights', () => {
    const { input, expected, tolerance } = published.entropyWeights;
    expectClose(entropyWeights(input.matrix), expected.weights, tolerance);
  });

  it('CRITIC weights', () => {
    const { input, expected, tolerance } = published.criticDiakoulaki1995;
    expectClose(criticWeights(input.matrix, [1, 1, 1]), expected.weights, tolerance);
  });

  it('sum-normalised AHP reverses ranks when a copy is added, fixed anchors do not', () => {
    const { input, expected, tolerance } = published.rankReversalBeltonGear;
    const perCriterion = (rows: readonly (readonly number[])[]): readonly (readonly number[])[] => (rows[0] ?? []).map((_, option) => rows.map((row) => row[option] ?? NaN));
    const [before, after] = [distributiveAhp(perCriterion(input.before.ABC)), distributiveAhp(perCriterion(input.after.ABCD))];
    expectClose(before, expected.before, tolerance);
    expectClose(after, expected.after, tolerance);
    expect([(before[1] ?? 0) > (before[0] ?? 0), (after[1] ?? 0) > (after[0] ?? 0)]).toEqual([true, false]);
  });

  it('entropy of the published thrombolysis ranking', () => {
    const { expected, tolerance } = published.smaaThromboNopref;
    const first = Math.round((expected.rankAcceptability[0]?.[0] ?? 0) * 10_000);
    const orders = Array.from({ length: 10_000 }, (_, draw) => (draw < first ? 'Heparin, Enoxaparin' : 'Enoxaparin, Heparin'));
    expectClose([rankingEntropy(orders)], expected.entropy, tolerance);
  });
});

const samples = process.env['DOMICILE_SMAA_SAMPLES'];
const read = (name: string, sha256: string) => {
  const path = join(samples ?? '', name.split('/').pop() ?? '');
  const bytes = readFileSync(path);
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
  const text = gunzipSync(bytes).toString('utf8');
  const dimensions = (/\.Dim\s*=\s*c\(([^)]*)\)/.exec(text)?.[1] ?? '').split(',').map((part) => Number.parseInt(part, 10));
  const start = text.indexOf('c(') + 2;
  return { dimensions, numbers: text.slice(start, text.indexOf(')', start)).split(',').map(Number) };
};
/** R keeps arrays with the first index running fastest: here a column of draws per option and criterion, taken option by option. */
const columnsOf = ({ dimensions, numbers }: ReturnType<typeof read>): readonly Float64Array[] => {
  const [draws = 0, options = 1, criteria = 1] = dimensions;
  return Array.from({ length: options * criteria }, (_, cell) => {
    const start = draws * (Math.floor(cell / criteria) + options * (cell % criteria));
    return Float64Array.from(numbers.slice(start, start + draws));
  });
};

const sampled = samples !== undefined && existsSync(samples);
if (!sampled) process.stderr.write('skipped: SMAA on the samples of gertvv/rsmaa (GPL-3, not shipped); set DOMICILE_SMAA_SAMPLES to the folder that holds them\n');
(sampled ? describe : describe.skip)('SMAA on the published samples of gertvv/rsmaa', () => {
  it.each(['smaaThromboNopref', 'smaaHansenOrdinal'] as const)('%s', (name) => {
    const { input, expected, tolerance } = published[name];
    const [values, weights] = [read(input.measFile, input.measSha256), read(input.weightsFile, input.weightsSha256)];
    const options = values.dimensions[1] ?? 0;
    const criteria = values.dimensions[2] ?? 0;
    const drawnWeights = Float64Array.from({ length: weights.numbers.length }, (_, index) => weights.numbers[Math.floor(index / criteria) + (weights.dimensions[0] ?? 0) * (index % criteria)] ?? NaN);
    const result = smaa({ options, criteria, draws: values.dimensions[0] ?? 0, values: columnsOf(values), weights: drawnWeights });
    expectClose(result.rankAcceptability.flat(), expected.rankAcceptability.flat(), tolerance);
    result.centralWeights.forEach((central, index) => expectClose(central ?? [], expected.centralWeights[index] ?? [], tolerance));
    expectClose(result.confidence.map((share) => share ?? NaN), expected.confidence, tolerance);
  });

  it('smaaThromboFixed', () => {
    const { measFile, measSha256 } = published.smaaThromboNopref.input;
    const { input, expected, tolerance } = published.smaaThromboFixed;
    const values = read(measFile, measSha256);
    const draws = values.dimensions[0] ?? 0;
    const weights = Float64Array.from({ length: draws * 3 }, (_, index) => input.weights[index % 3] ?? NaN);
    expectClose(smaa({ options: 2, criteria: 3, draws, values: columnsOf(values), weights }).rankAcceptability.flat(), expected.rankAcceptability.flat(), tolerance);
  });
});

describe('what a choice refuses', () => {
  const twoOptions = [
    [1, 0.2],
    [0.4, 0.7],
  ];
  const refusals: readonly (readonly [Weighting, string])[] = [
    [{ method: 'direct', weights: { c00: 0.5, c01: 0.6 } }, 'the weights sum to 1.1 and not to 1'],
    [{ method: 'direct', weights: { c00: 0, c01: 1 } }, "the weight of 'c00' is 0"],
    [{ method: 'swing', points: { c00: 100, c01: -5 } }, "the weight of 'c01' is -5"],
    [{ method: 'swing', points: { c00: 100 } }, "criterion 'c01' has no weight"],
    [{ method: 'swing', points: { c00: 1, c01: 1, c02: 1 } }, "a weight is given for 'c02'"],
    [{ method: 'ahp', randomIndex: 'saaty', judgements: [] }, 'c00 and c01 are not judged'],
  ];
  it.each(refusals)('%j', (weighting, message) => {
    const choice = choose(inputOf(twoOptions, [1, 1], { weighting }));
    expect(choice.kind === 'refused' ? choice.problems.map((problem) => problem.message).join() : '').toContain(message);
  });

  it('judgements that contradict each other', () => {
    const judgements = [
      { left: 'c00', right: 'c01', ratio: 9 },
      { left: 'c01', right: 'c02', ratio: 9 },
      { left: 'c02', right: 'c00', ratio: 9 },
    ];
    const choice = choose(inputOf([[1, 0, 0]], [1, 1, 1], { weighting: { method: 'ahp', randomIndex: 'saaty', judgements } }));
    expect(choice.kind === 'refused' ? choice.problems.map((problem) => problem.message).join() : '').toContain('contradict each other');
  });

  it('scores outside the anchors or in another unit', () => {
    const choice = choose(inputOf([[1.2, 0.5], [scored(0.5, 0.1, 7), scored(0.5, undefined, undefined, 'ms')]], [1, 1]));
    expect(choice.kind === 'refused' ? choice.problems.map((problem) => problem.message) : []).toEqual([
      'the value of o00 on c00, 1.2 points, lies outside the anchors 0 to 1; agree wider anchors, nothing is clipped',
      'the high of o01 on c00, 7 points, lies outside the anchors 0 to 1; agree wider anchors, nothing is clipped',
      'the score of o01 on c01 is in ms and the criterion in points; convert the score',
    ]);
  });
});

describe('capability scores', () => {
  /** Pan et al. 2025, table of benchmarks: gpt-oss-120B has no MATH-500 result. */
  const math = { name: 'MATH-500', setting: 'zero-shot', language: 'en' };
  const measured = (value: number | null, on = math) => ({ ...scored(value, undefined, undefined, '%'), benchmark: on });
  const criteria = [criterionNamed('math', { unit: '%', anchors: [{ at: 0, value: 0 }, { at: 100, value: 1 }], benchmark: math })];
  const compare = (left: ReturnType<typeof measured>, right: ReturnType<typeof measured>) =>
    chosen(inputOf([], [1], { criteria, weighting: { method: 'swing', points: { math: 100 } }, options: [optionScoring('a', { math: left }), optionScoring('b', { math: right })], draws: 4000 }));

  it('a score nobody published is unknown, from 0 to 1, never 0', () => {
    const result = compare(measured(97.1), measured(null));
    expect(result.unknown).toEqual([{ option: 'b', criterion: 'math', because: 'no figure was found (test)' }]);
    expect(result.ranking.find(({ option }) => option === 'b')?.value).toMatchObject({ low: 0, high: 1 });
    expect(result.robustness.find(({ option }) => option === 'b')?.firstRank.value).toBeCloseTo(0.029, 1);
  });

  it.each([
    [{ ...math, name: 'GSM8K' }, "measured with name 'GSM8K'"],
    [{ ...math, setting: '8-shot' }, "measured with setting '8-shot'"],
    [{ ...math, language: 'de' }, "measured with language 'de'"],
  ])('%j does not compare', (on, because) => {
    expect(compare(measured(97.1), measured(99, on)).unknown[0]?.because).toContain(because);
  });
});

describe('hard rules', () => {
  const rule = (name: string, verdict: 'pass' | 'fail' | 'unknown' | 'not-applicable' | 'error', rest: object = {}) => ({ rule: name, verdict, because: 'test', waivable: true, ...rest });
  const optionWith = (id: string, ...constraints: ReturnType<typeof rule>[]) => optionScoring(id, { c00: scored(0.5) }, { constraints });
  const judge = (...options: ReturnType<typeof optionWith>[]) => chosen(inputOf([], [1], { options }));

  it('unknown and error block as fail does', () => {
    const result = judge(optionWith('a', rule('R1', 'unknown')), optionWith('b', rule('R1', 'error')), optionWith('c', rule('R1', 'pass'), rule('R2', 'not-applicable')));
    expect(result.options.map(({ id, state }) => [id, state])).toEqual([['a', 'blocked'], ['b', 'blocked'], ['c', 'admissible']]);
    expect(result.verdict).toMatchObject({ word: 'dominant', option: 'c' });
    expect(result.waivers).toEqual([]);
  });

  it('where nothing is admissible it names the smallest sets of rules', () => {
    const result = judge(optionWith('a', rule('R1', 'fail'), rule('R2', 'unknown')), optionWith('b', rule('R2', 'unknown')), optionWith('c', rule('R3', 'fail'), rule('R4', 'fail')));
    expect(result.waivers).toEqual([
      { rules: ['R2'], admits: ['b'] },
      { rules: ['R3', 'R4'], admits: ['c'] },
    ]);
    expect(result.verdict).toMatchObject({ word: 'none', option: null });
    expect(result.verdict.sentence).toContain('R2');
  });

  it('offers no waiver of what the law lets nobody waive, nor of a lack of memory', () => {
    const tooSmall = { ...optionWith('b'), feasibility: [{ check: 'memory', verdict: 'fail' as const, because: 'does not fit', shortfall: { value: 1_100_000_000, unit: 'bytes' as const } }] };
    const result = judge(optionWith('a', rule('R1', 'fail', { waivable: false })), tooSmall);
    expect(result.waivers).toEqual([]);
    expect(result.verdict.sentence).toBe('No option is admissible, and no waiver would change that.');
    expect(result.options[1]).toMatchObject({ state: 'infeasible', because: ['memory fails: does not fit (short by 1100000000 bytes)'] });
  });

  it('a waived outcome lets the option through and stays visible', () => {
    const result = judge(optionWith('a', rule('R1', 'fail', { waiver: 'W-7' })));
    expect(result.options[0]).toMatchObject({ state: 'admissible', waived: ['R1 is fail, accepted under waiver W-7: test'] });
  });
});

describe('verdict words', () => {
  const word = (values: readonly (readonly number[])[], weights: readonly number[]) => chosen(inputOf(values, weights, { draws: 10_000 })).verdict;

  it('dominant: weights do not matter', () => expect(word([[0.9, 0.9], [0.5, 0.9]], [1, 1])).toMatchObject({ word: 'dominant', option: 'o00' }));
  it('robust: 0.80 and more', () => expect(word([[1, 0.6], [0.1, 0.7]], [1, 1]).word).toBe('robust'));
  it('leaning: from 0.50 on', () => expect(word([[1, 0.2], [0.4, 0.7]], [1, 1]).word).toBe('leaning'));
  it('contested: your weights decide', () => {
    const found = word([[1, 0.2], [0.4, 0.7]], [1, 4]);
    expect(found).toMatchObject({ word: 'contested', option: 'o01' });
    expect(found.sentence).toContain('your weights decide');
  });
  it('equal options tie and share a rank', () => {
    const result = chosen(inputOf([[0.5, 0.5], [0.5, 0.5]], [1, 1]));
    expect(result.verdict).toMatchObject({ word: 'contested', tiedWith: ['o01'] });
    expect(ranksOf(result)).toEqual({ o00: 1, o01: 1 });
  });
  it('the convention is printed with the verdict', () => expect(word([[1]], [1]).convention).toEqual(agreed));
});

describe('switch points', () => {
  it('says at which score the lead changes, and where no score changes it', () => {
    const { switchPoints } = chosen(inputOf([[1, 0.2], [0.4, 0.7]], [3, 1]));
    const at = (option: string, criterion: string) => switchPoints.find((point) => point.option === option && point.criterion === criterion)?.to;
    expect(at('o00', 'c00')?.value).toBeCloseTo(0.4 + 0.5 / 3, 10);
    expect(at('o01', 'c00')?.value).toBeCloseTo(1 - 0.5 / 3, 10);
    expect(at('o01', 'c01')).toMatchObject({ value: null, answer: 'never' });
  });
});
