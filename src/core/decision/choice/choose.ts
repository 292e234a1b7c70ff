import { addScaled } from '../cost/add-scaled.js';
import { figure } from '../cost/figure.js';
import { type Figure } from '../cost/figure-schema.js';
import { choiceDraws, type ChoiceDraws } from './choice-draws.js';
import { type ChoiceInput } from './choice-input.js';
import { type Choice, type ChoiceResult, type RankedOption, type RobustOption } from './choice-result.js';
import { type Convention } from './convention.js';
import { perfectInformation } from './perfect-information.js';
import { shareOfDraws } from './share-of-draws.js';
import { smaa, type SmaaResult } from './smaa.js';
import { type SmaaDraws } from './smaa-draws.js';
import { stabilityInterval } from './stability-interval.js';
import { switchPoints } from './switch-points.js';
import { noVerdict } from './verdict.js';
import { verdictOn } from './verdict-on.js';
import { weighOptions, type WeighedOptions } from './weigh-options.js';
import { weightedValue } from './weighted-value.js';

const keyed = <Item>(keys: readonly string[], item: (index: number) => Item): Readonly<Record<string, Item>> => Object.fromEntries(keys.map((key, index) => [key, item(index)]));

function robustness(ids: readonly string[], criteria: readonly string[], draws: SmaaDraws, { rankAcceptability, centralWeights, confidence, pairwiseWinning }: SmaaResult): readonly RobustOption[] {
  const share = (of: number | undefined, what: string): Figure => shareOfDraws(of ?? 0, draws.draws, what);
  return ids.map((option, row) => {
    const [central, sure] = [centralWeights[row] ?? null, confidence[row] ?? null];
    const others = ids.filter((other) => other !== option);
    return {
      option,
      firstRank: share(rankAcceptability[row]?.[0], 'SMAA first-rank acceptability'),
      ranks: ids.map((_, rank) => share(rankAcceptability[row]?.[rank], `SMAA acceptability of rank ${rank + 1}`)),
      centralWeights: central === null ? null : keyed(criteria, (index) => figure(central[index] ?? 0, 'weight', 'SMAA central weight: mean of the weights that put the option first')),
      confidence: sure === null ? null : share(sure, 'SMAA confidence factor: first under its own central weights'),
      wins: keyed(others, (index) => share(pairwiseWinning[row]?.[ids.indexOf(others[index] ?? '')], 'SMAA pairwise winning index, ties counting half')),
    };
  });
}

function informationValue(draws: SmaaDraws, weights: readonly number[]): number {
  const { options, criteria, values } = draws;
  const rounds = values.every((drawn) => typeof drawn === 'number') ? 1 : draws.draws;
  const payoffs = Array.from({ length: options }, (_, option) => {
    const sums = new Float64Array(rounds);
    for (let index = 0; index < criteria; index += 1) addScaled(sums, weights[index] ?? 0, values[option * criteria + index] ?? NaN);
    return sums;
  });
  return perfectInformation(payoffs);
}

function ranking({ ids, criteria, scores, elicited: { weights }, totals, places }: WeighedOptions): readonly RankedOption[] {
  const ranked = ids.map((option, row): RankedOption => {
    const [low, high] = (['low', 'high'] as const).map((end) => weightedValue((scores.ranges[row] ?? []).map((range) => range[end]), weights));
    const value = figure(totals[row] ?? 0, 'weighted value', 'sum of weight * value, an unknown score counting 0.5 and ranging from 0 to 1', { low: low ?? null, high: high ?? null });
    const values = keyed(criteria.map(({ id }) => id), (column) => figure(scores.expected[row]?.[column] ?? 0, 'value', 'position on the anchors', scores.ranges[row]?.[column] ?? {}));
    return { option, rank: places[row] ?? 0, value, values };
  });
  return ranked.sort((left, right) => left.rank - right.rank || (left.option < right.option ? -1 : 1));
}

function resultOf(weighed: WeighedOptions, convention: Convention): ChoiceResult {
  const { judged, elicited, criteria, ids, scores, leader, dominance, draws } = weighed;
  const names = criteria.map(({ id }) => id);
  const { weights } = elicited;
  const counted = smaa(draws);
  return {
    options: judged.options,
    waivers: judged.waivers,
    weighting: { method: elicited.method, ...(elicited.consistency === undefined ? {} : { consistency: elicited.consistency }) },
    weights: keyed(names, (column) => figure(weights[column] ?? 0, 'weight', 'elicited; low and high bound where the leader keeps the lead', stabilityInterval(scores.expected, weights, column, leader))),
    dominance,
    ranking: ranking(weighed),
    unknown: scores.unknown,
    robustness: robustness(ids, names, draws, counted),
    switchPoints: switchPoints({ ids, criteria, cells: scores.cells, expected: scores.expected, weights, leader }),
    expectedValueOfPerfectInformation: figure(informationValue(draws, weights), 'weighted value', 'expected best value - best expected value, over the draws at the elicited weights'),
    verdict: verdictOn(weighed, counted.rankAcceptability.map(([first]) => first ?? 0), convention),
  };
}

/**
 * Chooses among options: hard rules and feasibility first, then dominance, then weighted values with their robustness. The order of options
 * and criteria in the input changes nothing. Draws made before may be handed in.
 */
export function choose(input: ChoiceInput, made: ChoiceDraws = choiceDraws()): Choice {
  const weighing = weighOptions(input, made);
  if (weighing.kind === 'refused') return weighing;
  if (weighing.kind === 'weighed') return { kind: 'chosen', result: resultOf(weighing.weighed, input.convention) };
  const { judged, elicited, criteria } = weighing;
  const weights = keyed(criteria.map(({ id }) => id), (index) => figure(elicited.weights[index] ?? 0, 'weight', 'elicited', { low: null, high: null }));
  const nothing = { dominance: [], ranking: [], unknown: [], robustness: [], switchPoints: [], expectedValueOfPerfectInformation: null };
  return { kind: 'chosen', result: { options: judged.options, waivers: judged.waivers, weighting: { method: elicited.method }, weights, ...nothing, verdict: noVerdict(judged.waivers, input.convention) } };
}
