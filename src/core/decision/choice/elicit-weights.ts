import { ahpWeights } from './ahp-weights.js';
import { type Weighting } from './weighting.js';

export interface ElicitedWeights {
  /** In the order of the criteria; they sum to 1. */
  readonly weights: readonly number[];
  readonly method: Weighting['method'];
  readonly consistency?: { readonly ratio: number; readonly table: string };
}

/** Weights, or one sentence per reason why there are none. */
export type Elicitation = { readonly kind: 'weights'; readonly elicited: ElicitedWeights } | { readonly kind: 'refused'; readonly problems: readonly string[] };

function listed(given: Readonly<Record<string, number>>, criteria: readonly string[]): { readonly numbers: readonly number[]; readonly problems: readonly string[] } {
  const problems = [
    ...criteria.filter((id) => !Object.hasOwn(given, id)).map((id) => `criterion '${id}' has no weight; give it one above zero or drop the criterion`),
    ...Object.keys(given).filter((id) => !criteria.includes(id)).map((id) => `a weight is given for '${id}', which is no criterion; write one of ${criteria.join(', ')}`),
    ...criteria.filter((id) => Object.hasOwn(given, id) && !((given[id] ?? 0) > 0)).map((id) => `the weight of '${id}' is ${given[id]}; a weight is above zero, so drop the criterion if it does not matter`),
  ];
  return { numbers: criteria.map((id) => given[id] ?? 0), problems };
}

/** Below this a weight is lost in the rounding of the others. */
const leastWeight = 1e-9;

const normalised = (numbers: readonly number[]): readonly number[] => {
  const total = numbers.reduce((sum, number) => sum + number, 0);
  return numbers.map((number) => number / total);
};

function fromJudgements(weighting: Extract<Weighting, { method: 'ahp' }>, criteria: readonly string[], most: number): Elicitation {
  const matrix: number[][] = criteria.map((_, row) => criteria.map((__, column) => (row === column ? 1 : 0)));
  const problems: string[] = [];
  for (const { left, right, ratio } of weighting.judgements) {
    const [row, column] = [criteria.indexOf(left), criteria.indexOf(right)];
    const [there, back] = [matrix[row], matrix[column]];
    if (there === undefined || back === undefined || row === column) problems.push(`the judgement ${left} : ${right} must name two different criteria; write two of ${criteria.join(', ')}`);
    else if (there[column] !== 0) problems.push(`${left} and ${right} are judged twice; keep one judgement per pair`);
    else [there[column], back[row]] = [ratio, 1 / ratio];
  }
  matrix.forEach((row, left) => row.forEach((entry, right) => left < right && entry === 0 && problems.push(`${criteria[left]} and ${criteria[right]} are not judged against each other; add the judgement`)));
  if (problems.length > 0) return { kind: 'refused', problems };
  const { weights, consistencyRatio, table } = ahpWeights(matrix, weighting.randomIndex);
  if (consistencyRatio === null) return { kind: 'refused', problems: [`the table ${table} has no random index for ${criteria.length} criteria; use swing weights`] };
  if (consistencyRatio > most)
    return { kind: 'refused', problems: [`the judgements contradict each other (consistency ratio ${consistencyRatio.toFixed(3)} by ${table}, at most ${most}); judge the pairs again or use swing weights`] };
  return { kind: 'weights', elicited: { weights, method: 'ahp', consistency: { ratio: consistencyRatio, table } } };
}

/** Turns what was elicited into weights, or refuses it: weights are above zero, sum to 1, and judgements are consistent. */
export function elicitWeights(weighting: Weighting, criteria: readonly string[], mostInconsistent: number): Elicitation {
  if (weighting.method === 'ahp') return fromJudgements(weighting, criteria, mostInconsistent);
  const { numbers, problems } = listed(weighting.method === 'swing' ? weighting.points : weighting.weights, criteria);
  if (problems.length > 0) return { kind: 'refused', problems };
  const total = numbers.reduce((sum, number) => sum + number, 0);
  if (weighting.method === 'direct' && Math.abs(total - 1) > 1e-9)
    return { kind: 'refused', problems: [`the weights sum to ${Number(total.toPrecision(12))} and not to 1; correct them or use swing points, which are scaled`] };
  const weights = normalised(numbers);
  const vanishing = criteria.flatMap((id, index) => ((weights[index] ?? 0) < leastWeight ? [`the weight of '${id}', ${numbers[index]} of ${total}, vanishes beside the others; raise it or drop the criterion`] : []));
  return vanishing.length > 0 ? { kind: 'refused', problems: vanishing } : { kind: 'weights', elicited: { weights, method: weighting.method } };
}
