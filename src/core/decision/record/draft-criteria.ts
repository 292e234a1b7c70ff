import { fillIn } from './fill-in.js';

interface DraftCriterion {
  readonly id: string;
  readonly what: string;
  readonly unit: string;
  /** Of the least and of the most acceptable; a placeholder until people agree them. */
  readonly anchors: readonly [least: number, target: number];
  /** How an option does on it; absent where the costs say so. */
  readonly asks?: string;
}

const criteria: readonly DraftCriterion[] = [
  { id: 'cost', what: 'total budget, as present value over the horizon', unit: 'EUR', anchors: [1_000_000, 0] },
  { id: 'sovereignty', what: 'residual reach of foreign law over clear text, beyond what the rules demand', unit: 'points', anchors: [10, 0], asks: 'residual reach of foreign law over clear text, from 0 none to 10 full' },
  { id: 'capability', what: 'tasks solved, on one benchmark in one setting and language', unit: 'percent', anchors: [0, 100], asks: 'tasks solved on the benchmark that the criterion names' },
  { id: 'specialisation', what: 'how far it can be fine-tuned', unit: 'level', anchors: [0, 3], asks: '0 not at all, 1 by the provider, 2 adapters, 3 all weights' },
  { id: 'latency', what: 'time to the first token, 95 of 100 requests', unit: 'ms', anchors: [10_000, 0], asks: 'time to the first token of 95 in 100 requests, as measured' },
  { id: 'notice', what: 'notice before a price change or retirement', unit: 'months', anchors: [0, 36], asks: 'months of notice before a price changes or the model is retired' },
];

const ends = ([least, target]: DraftCriterion['anchors']) => [{ at: least, value: 0 }, { at: target, value: 1 }].sort((left, right) => left.at - right.at);

/** The criteria of a draft; what each means, its anchors and its weight are for people to agree. */
export const draftCriteria = criteria.map(({ id, what, unit, anchors }) => ({
  id,
  title: fillIn(`agree anchors, unit and swing points for ${what}`),
  unit,
  anchors: ends(anchors),
  ...(id === 'cost' ? { from: 'cost.presentValue' as const } : {}),
  ...(id === 'capability' ? { benchmark: { name: fillIn('the benchmark, such as your own task set, HumanEval, MBPP, GSM8K or MATH'), setting: fillIn('such as 0-shot'), language: fillIn('such as de or multilingual') } } : {}),
}));

/** Scores nobody has given yet. */
export const draftScores = (asOf: string) =>
  Object.fromEntries(criteria.flatMap(({ id, unit, asks }) => (asks === undefined ? [] : [[id, { value: null, unit, kind: 'assumed' as const, source: fillIn(asks), asOf }]])));
