import { type ChoiceOption } from './choice-input.js';
import { type ChoiceProblem, type UnknownScore } from './choice-result.js';
import { type Criterion } from './criterion.js';
import { type DrawnScore } from './choice-draws.js';
import { type Score } from './score.js';
import { scoreProblems } from './score-problems.js';
import { streamSeed } from '../cost/stream-seed.js';
import { valueAt } from './value-at.js';

export interface PreparedScores {
  /** Options by criteria. */
  readonly cells: readonly (readonly DrawnScore[])[];
  /** Values at the stated scores; an unknown one counts as the middle of [0, 1] and is listed. */
  readonly expected: readonly (readonly number[])[];
  readonly ranges: readonly (readonly { readonly low: number; readonly high: number }[])[];
  readonly unknown: readonly UnknownScore[];
  readonly problems: readonly ChoiceProblem[];
}

/** Why a score says nothing about a criterion; `undefined` where it does. */
function incomparable(score: Score | undefined, { benchmark }: Criterion): string | undefined {
  if (score === undefined) return 'no score is given';
  if (score.value === null) return `no figure was found (${score.source})`;
  if (benchmark === undefined) return undefined;
  if (score.benchmark === undefined) return `the score names no benchmark and the criterion counts ${benchmark.name}, ${benchmark.setting}, ${benchmark.language} only`;
  const apart = (['name', 'setting', 'language'] as const).find((part) => score.benchmark?.[part] !== benchmark[part]);
  return apart === undefined ? undefined : `measured with ${apart} '${score.benchmark[apart]}' where the criterion counts '${benchmark[apart]}'`;
}

/** Holds every score against its criterion. */
export function preparedScores(options: readonly ChoiceOption[], criteria: readonly Criterion[], seed: number): PreparedScores {
  const unknown: UnknownScore[] = [];
  const problems: ChoiceProblem[] = [];
  const cells = options.map(({ id, scores }) =>
    criteria.map((criterion): DrawnScore => {
      const stream = streamSeed(seed, id, criterion.id);
      const score = Object.hasOwn(scores, criterion.id) ? scores[criterion.id] : undefined;
      const because = incomparable(score, criterion);
      if (because !== undefined || score?.value == null) {
        unknown.push({ option: id, criterion: criterion.id, because: because ?? 'no figure was found' });
        return { kind: 'unknown', seed: stream };
      }
      problems.push(...scoreProblems(id, score, criterion).map((message) => ({ criterion: criterion.id, message })));
      return { kind: 'known', low: score.low ?? score.value, mode: score.value, high: score.high ?? score.value, anchors: criterion.anchors, seed: stream };
    }),
  );
  const valued = (cell: DrawnScore, score: (known: Extract<DrawnScore, { kind: 'known' }>) => number, otherwise: number): number =>
    cell.kind === 'unknown' ? otherwise : (valueAt(cell.anchors, score(cell)) ?? NaN);
  return {
    cells,
    expected: cells.map((row) => row.map((cell) => valued(cell, ({ mode }) => mode, 0.5))),
    ranges: cells.map((row) =>
      row.map((cell) => {
        const ends = [valued(cell, ({ low }) => low, 0), valued(cell, ({ high }) => high, 1)];
        return { low: Math.min(...ends), high: Math.max(...ends) };
      }),
    ),
    unknown,
    problems,
  };
}
