import { type Criterion } from './criterion.js';
import { type Score } from './score.js';
import { valueAt } from './value-at.js';

/** Why a score cannot be placed on its criterion's anchors: another unit, or a value or end of its range outside them. */
export function scoreProblems(option: string, score: Score, criterion: Criterion): readonly string[] {
  if (score.unit !== criterion.unit) return [`the score of ${option} on ${criterion.id} is in ${score.unit} and the criterion in ${criterion.unit}; convert the score`];
  const [first, last] = [criterion.anchors[0], criterion.anchors[criterion.anchors.length - 1]];
  return ([['value', score.value], ['low', score.low], ['high', score.high]] as const).flatMap(([name, number]) =>
    number == null || valueAt(criterion.anchors, number) !== null
      ? []
      : [`the ${name} of ${option} on ${criterion.id}, ${number} ${criterion.unit}, lies outside the anchors ${first?.at} to ${last?.at}; agree wider anchors, nothing is clipped`],
  );
}
