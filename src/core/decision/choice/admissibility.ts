import { type ChoiceOption } from './choice-input.js';
import { type JudgedOption, type WaiverSet } from './choice-result.js';
import { smallestWaivers } from './smallest-waivers.js';

export interface Admissibility {
  readonly options: readonly JudgedOption[];
  /** Where nothing is admissible: what would have to be waived. Empty also where nothing could be waived. */
  readonly waivers: readonly WaiverSet[];
}

const lets = ({ verdict, waiver }: ChoiceOption['constraints'][number]): boolean => verdict === 'pass' || verdict === 'not-applicable' || waiver !== undefined;

const remedy = { unknown: 'give the missing fact or have the rule waived', error: 'repair the rule', fail: 'change the option or have the rule waived' } as const;

function judge({ id, constraints, feasibility }: ChoiceOption): JudgedOption {
  const unfit = feasibility.filter(({ verdict }) => verdict === 'fail');
  const undecided = feasibility.filter(({ verdict }) => verdict === 'unknown');
  const against = constraints.filter((constraint) => !lets(constraint));
  const because = [
    ...unfit.map(({ check, because: why, shortfall }) => `${check} fails: ${why}${shortfall === undefined ? '' : ` (short by ${shortfall.value} ${shortfall.unit})`}`),
    ...undecided.map(({ check, because: why }) => `${check} is unknown: ${why}; give what is missing`),
    ...against.map(({ rule, verdict, because: why }) => `${rule} is ${verdict}: ${why}; ${verdict === 'pass' || verdict === 'not-applicable' ? '' : remedy[verdict]}`),
  ];
  const waived = constraints.flatMap(({ rule, verdict, waiver, because: why }) => (waiver === undefined || verdict === 'pass' || verdict === 'not-applicable' ? [] : [`${rule} is ${verdict}, accepted under waiver ${waiver}: ${why}`]));
  return { id, state: unfit.length > 0 ? 'infeasible' : because.length > 0 ? 'blocked' : 'admissible', because, waived };
}

/** Judges every option by its hard rules and its feasibility; nothing is relaxed. */
export function admissibility(options: readonly ChoiceOption[]): Admissibility {
  const judged = options.map(judge);
  if (judged.some(({ state }) => state === 'admissible')) return { options: judged, waivers: [] };
  const open = options.filter(({ constraints, feasibility }) => feasibility.every(({ verdict }) => verdict === 'pass') && constraints.every((constraint) => lets(constraint) || constraint.waivable));
  return { options: judged, waivers: smallestWaivers(open.map((option) => ({ option: option.id, rules: option.constraints.filter((constraint) => !lets(constraint)).map(({ rule }) => rule) }))) };
}
