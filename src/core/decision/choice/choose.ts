import { figure } from '../cost/figure.js';
import { type Figure } from '../cost/figure-schema.js';
import { addWeighted } from './add-weighted.js';
import { admissibility } from './admissibility.js';
import { choiceDraws, type ChoiceDraws } from './choice-draws.js';
import { type ChoiceInput } from './choice-input.js';
import { type Choice, type ChoiceResult, type RankedOption, type RobustOption } from './choice-result.js';
import { dominates } from './dominates.js';
import { elicitWeights, type ElicitedWeights } from './elicit-weights.js';
import { perfectInformation } from './perfect-information.js';
import { preparedScores, type PreparedScores } from './prepared-scores.js';
import { ranks } from './ranks.js';
import { smaa, type SmaaDraws } from './smaa.js';
import { stabilityInterval } from './stability-interval.js';
import { switchPoints } from './switch-points.js';
import { noVerdict, verdict } from './verdict.js';
import { weightedValue } from './weighted-value.js';

/** `verdict` leaves out switch points, confidence factors and the value of information, for a case that is run again under many shocks. */
type Depth = 'whole' | 'verdict';

const byId = <Item extends { readonly id: string }>(items: readonly Item[]): readonly Item[] => [...items].sort((left, right) => (left.id < right.id ? -1 : 1));
const keyed = <Item>(keys: readonly string[], item: (index: number) => Item): Readonly<Record<string, Item>> => Object.fromEntries(keys.map((key, index) => [key, item(index)]));

/** A share of draws with three standard errors on either side. */
function shareOfDraws(share: number, draws: number, what: string): Figure {
  const error = 3 * Math.sqrt((share * (1 - share)) / draws);
  return figure(share, 'share of draws', what, { low: Math.max(0, share - error), high: Math.min(1, share + error) });
}

function robustness(ids: readonly string[], criteria: readonly string[], draws: SmaaDraws, depth: Depth): readonly RobustOption[] {
  const { rankAcceptability, centralWeights, confidence, pairwiseWinning } = smaa(draws, depth === 'whole');
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
    for (let index = 0; index < criteria; index += 1) addWeighted(sums, values[option * criteria + index] ?? NaN, weights, index, 0);
    return sums;
  });
  return perfectInformation(payoffs);
}

type Judged = ReturnType<typeof admissibility>;

function weigh(input: ChoiceInput, ids: readonly string[], judged: Judged, scores: PreparedScores, elicited: ElicitedWeights, made: ChoiceDraws, depth: Depth): ChoiceResult {
  const criteria = byId(input.criteria);
  const names = criteria.map(({ id }) => id);
  const { weights } = elicited;
  const totals = scores.expected.map((values) => weightedValue(values, weights));
  const places = ranks(totals, input.convention.tie);
  const leader = totals.reduce((best, total, option) => (total > (totals[best] ?? -Infinity) ? option : best), 0);
  const draws: SmaaDraws = { options: ids.length, criteria: names.length, draws: input.draws, values: made.values(scores.cells, input.draws), weights: made.weights(input, weights) };
  const robust = robustness(ids, names, draws, depth);
  const dominance = ids.flatMap((dominator, row) => ids.flatMap((dominated, other) => (row !== other && dominates(scores.ranges[row] ?? [], scores.ranges[other] ?? []) ? [{ dominator, dominated }] : [])));
  const oftenest = robust.reduce((best, option, row) => ((option.firstRank.value ?? 0) > (robust[best]?.firstRank.value ?? 0) ? row : best), leader);
  const ranked = ids.map((option, row): RankedOption => {
    const [low, high] = (['low', 'high'] as const).map((end) => weightedValue((scores.ranges[row] ?? []).map((range) => range[end]), weights));
    const value = figure(totals[row] ?? 0, 'weighted value', 'sum of weight * value, an unknown score counting 0.5 and ranging from 0 to 1', { low: low ?? null, high: high ?? null });
    const values = keyed(names, (column) => figure(scores.expected[row]?.[column] ?? 0, 'value', 'position on the anchors', scores.ranges[row]?.[column] ?? {}));
    return { option, rank: places[row] ?? 0, value, values };
  });
  return {
    options: judged.options,
    waivers: judged.waivers,
    weighting: { method: elicited.method, ...(elicited.consistency === undefined ? {} : { consistency: elicited.consistency }) },
    weights: keyed(names, (column) => figure(weights[column] ?? 0, 'weight', 'elicited; low and high bound where the leader keeps the lead', stabilityInterval(scores.expected, weights, column, leader))),
    dominance,
    ranking: ranked.sort((left, right) => left.rank - right.rank || (left.option < right.option ? -1 : 1)),
    unknown: scores.unknown,
    robustness: robust,
    switchPoints: depth === 'verdict' ? [] : switchPoints({ ids, criteria, cells: scores.cells, expected: scores.expected, weights, leader }),
    expectedValueOfPerfectInformation: depth === 'verdict' ? null : figure(informationValue(draws, weights), 'weighted value', 'expected best value - best expected value, over the draws at the elicited weights'),
    verdict: verdict(
      {
        leader: ids[leader] ?? '',
        tiedWith: ids.filter((_, option) => option !== leader && places[option] === 1),
        others: ids.filter((_, option) => option !== leader),
        dominated: dominance.filter(({ dominator }) => dominator === ids[leader]).map(({ dominated }) => dominated),
        acceptability: robust[leader]?.firstRank ?? figure(null, 'share of draws', 'SMAA'),
        oftenest: ids[oftenest] ?? '',
      },
      input.convention,
    ),
  };
}

/**
 * Chooses among options: hard rules and feasibility first, then dominance, then weighted values with their robustness. Options and criteria
 * are taken in code-unit order of their ids, so that their order in the input changes nothing. Draws made before may be handed in.
 */
export function choose(input: ChoiceInput, made: ChoiceDraws = choiceDraws(), depth: Depth = 'whole'): Choice {
  const options = byId(input.options);
  const criteria = byId(input.criteria);
  const elicitation = elicitWeights(input.weighting, criteria.map(({ id }) => id), input.convention.consistencyRatio);
  if (elicitation.kind === 'refused') return { kind: 'refused', problems: elicitation.problems.map((message) => ({ criterion: null, message })) };
  const judged = admissibility(options);
  const admissible = options.filter(({ id }) => judged.options.some((option) => option.id === id && option.state === 'admissible'));
  const { elicited } = elicitation;
  if (admissible.length === 0) {
    const weights = keyed(criteria.map(({ id }) => id), (index) => figure(elicited.weights[index] ?? 0, 'weight', 'elicited', { low: null, high: null }));
    const nothing = { dominance: [], ranking: [], unknown: [], robustness: [], switchPoints: [], expectedValueOfPerfectInformation: null };
    return { kind: 'chosen', result: { options: judged.options, waivers: judged.waivers, weighting: { method: elicited.method }, weights, ...nothing, verdict: noVerdict(judged.waivers, input.convention) } };
  }
  const scores = preparedScores(admissible, criteria, input.seed);
  if (scores.problems.length > 0) return { kind: 'refused', problems: scores.problems };
  return { kind: 'chosen', result: weigh(input, admissible.map(({ id }) => id), judged, scores, elicited, made, depth) };
}
