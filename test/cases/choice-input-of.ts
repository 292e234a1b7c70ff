import { choose } from '../../src/core/decision/choice/choose.js';
import { type ChoiceInput, type ChoiceOption } from '../../src/core/decision/choice/choice-input.js';
import { type ChoiceResult } from '../../src/core/decision/choice/choice-result.js';
import { type Criterion } from '../../src/core/decision/choice/criterion.js';
import { type Score } from '../../src/core/decision/choice/score.js';

export const unitAnchors = [
  { at: 0, value: 0 },
  { at: 1, value: 1 },
];

export const scored = (value: number | null, low?: number, high?: number, unit = 'points'): Score => ({
  value,
  unit,
  kind: 'assumed',
  source: 'test',
  asOf: '2026-11-23',
  ...(low === undefined ? {} : { low }),
  ...(high === undefined ? {} : { high }),
});

export const criterionNamed = (id: string, rest: Partial<Criterion> = {}): Criterion => ({ id, title: id, unit: 'points', anchors: unitAnchors, ...rest });

export const letters = (count: number, prefix: string): readonly string[] => Array.from({ length: count }, (_, index) => `${prefix}${String(index).padStart(2, '0')}`);

export const agreed = { robust: 0.8, leaning: 0.5, consistencyRatio: 0.1, tie: 1e-9 };

export const optionScoring = (id: string, scores: Readonly<Record<string, Score>>, rest: Partial<ChoiceOption> = {}): ChoiceOption => ({ id, constraints: [], feasibility: [], scores, ...rest });

/** Options named o00, o01 … by criteria named c00, c01 …, values on [0, 1] unless anchors are given. */
export function inputOf(values: readonly (readonly (Score | number)[])[], weights: readonly number[], rest: Partial<ChoiceInput> = {}): ChoiceInput {
  const names = letters(weights.length, 'c');
  const options = values.map((row, index) =>
    optionScoring(`o${String(index).padStart(2, '0')}`, Object.fromEntries(names.map((name, column) => [name, typeof row[column] === 'number' ? scored(row[column]) : (row[column] ?? scored(null))]))),
  );
  return {
    options,
    criteria: names.map((name) => criterionNamed(name)),
    weighting: { method: 'swing', points: Object.fromEntries(names.map((name, index) => [name, weights[index] ?? 0])) },
    convention: agreed,
    seed: 7,
    draws: 400,
    weightSpace: 'any',
    ...rest,
  };
}

export function chosen(input: ChoiceInput): ChoiceResult {
  const choice = choose(input);
  if (choice.kind === 'refused') throw new Error(choice.problems.map(({ message }) => message).join('\n'));
  return choice.result;
}

export const valuesOf = (result: ChoiceResult): Readonly<Record<string, number>> => Object.fromEntries(result.ranking.map(({ option, value }) => [option, value.value ?? NaN]));
export const ranksOf = (result: ChoiceResult): Readonly<Record<string, number>> => Object.fromEntries(result.ranking.map(({ option, rank }) => [option, rank]));
