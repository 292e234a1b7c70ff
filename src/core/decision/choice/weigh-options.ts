import { admissibility } from './admissibility.js';
import { type ChoiceDraws } from './choice-draws.js';
import { type ChoiceInput } from './choice-input.js';
import { type Choice, type ChoiceResult } from './choice-result.js';
import { type Criterion } from './criterion.js';
import { dominates } from './dominates.js';
import { elicitWeights, type ElicitedWeights } from './elicit-weights.js';
import { preparedScores, type PreparedScores } from './prepared-scores.js';
import { ranks } from './ranks.js';
import { type SmaaDraws } from './smaa-draws.js';
import { weightedValue } from './weighted-value.js';

/** The admissible options held against the criteria at the elicited weights, and what is drawn to see how firm that stands. */
export interface WeighedOptions {
  readonly judged: ReturnType<typeof admissibility>;
  readonly elicited: ElicitedWeights;
  readonly criteria: readonly Criterion[];
  /** The admissible options, in the order of everything that counts by option. */
  readonly ids: readonly string[];
  readonly scores: PreparedScores;
  readonly totals: readonly number[];
  readonly places: readonly number[];
  readonly leader: number;
  readonly dominance: ChoiceResult['dominance'];
  readonly draws: SmaaDraws;
}

type Weighing =
  | { readonly kind: 'weighed'; readonly weighed: WeighedOptions }
  | { readonly kind: 'none-admissible'; readonly judged: WeighedOptions['judged']; readonly elicited: ElicitedWeights; readonly criteria: readonly Criterion[] }
  | Extract<Choice, { readonly kind: 'refused' }>;

const byId = <Item extends { readonly id: string }>(items: readonly Item[]): readonly Item[] => [...items].sort((left, right) => (left.id < right.id ? -1 : 1));

/** Weighs the options that hard rules and feasibility leave, options and criteria in code-unit order of their ids. */
export function weighOptions(input: ChoiceInput, made: ChoiceDraws): Weighing {
  const criteria = byId(input.criteria);
  const elicitation = elicitWeights(input.weighting, criteria.map(({ id }) => id), input.convention.consistencyRatio);
  if (elicitation.kind === 'refused') return { kind: 'refused', problems: elicitation.problems.map((message) => ({ criterion: null, message })) };
  const { elicited } = elicitation;
  const options = byId(input.options);
  const judged = admissibility(options);
  const admissible = options.filter(({ id }) => judged.options.some((option) => option.id === id && option.state === 'admissible'));
  if (admissible.length === 0) return { kind: 'none-admissible', judged, elicited, criteria };
  const scores = preparedScores(admissible, criteria, input.seed);
  if (scores.problems.length > 0) return { kind: 'refused', problems: scores.problems };
  const ids = admissible.map(({ id }) => id);
  const { weights } = elicited;
  const totals = scores.expected.map((values) => weightedValue(values, weights));
  const draws: SmaaDraws = { options: ids.length, criteria: criteria.length, draws: input.draws, values: made.values(scores.cells, input.draws), weights: made.weights(input, weights) };
  const dominance = ids.flatMap((dominator, row) => ids.flatMap((dominated, other) => (row !== other && dominates(scores.ranges[row] ?? [], scores.ranges[other] ?? []) ? [{ dominator, dominated }] : [])));
  const leader = totals.reduce((best, total, option) => (total > (totals[best] ?? -Infinity) ? option : best), 0);
  return { kind: 'weighed', weighed: { judged, elicited, criteria, ids, scores, totals, places: ranks(totals, input.convention.tie), leader, dominance, draws } };
}
