import { type ChoiceOption } from './choice-input.js';
import { type JudgedOption, type WaiverSet } from './choice-result.js';
import { smallestWaivers } from './smallest-waivers.js';

export interface Admissibility {
  readonly options: readonly JudgedOption[];
  /** Where nothing is admissible: what would have to be waived. Empty also where nothing could be waived. */
  readonly waivers: readonly WaiverSet[];
}

type Constraint = ChoiceOption['constraints'][number];

const holds = ({ verdict }: Constraint): boolean => verdict === 'pass' || verdict === 'not-applicable';
/** A waiver of what nobody may waive is none. */
const isWaived = ({ waiver, waivable }: Constraint): boolean => waiver !== undefined && waivable;
const lets = (constraint: Constraint): boolean => holds(constraint) || isWaived(constraint);

const remedy = { pass: '', 'not-applicable': '', unknown: 'give the missing fact', error: 'repair the rule', fail: 'change the option' } as const;

function against({ rule, verdict, because, waivable }: Constraint): string {
  return `${rule} is ${verdict}: ${because}; ${remedy[verdict]}${waivable ? (verdict === 'error' ? '' : ' or have the rule waived') : ', for nobody may waive it'}`;
}

function judge({ id, constraints, feasibility }: ChoiceOption): JudgedOption {
  const unfit = feasibility.filter(({ verdict }) => verdict === 'fail');
  const undecided = feasibility.filter(({ verdict }) => verdict === 'unknown');
  const because = [
    ...unfit.map(({ check, because: why, shortfall }) => `${check} fails: ${why}${shortfall === undefined ? '' : ` (short by ${shortfall.value} ${shortfall.unit})`}`),
    ...undecided.map(({ check, because: why }) => `${check} is unknown: ${why}; give what is missing`),
    ...constraints.filter((constraint) => !lets(constraint)).map(against),
  ];
  const waived = constraints.filter((constraint) => !holds(constraint) && isWaived(constraint)).map(({ rule, verdict, waiver, because: why }) => `${rule} is ${verdict}, accepted under waiver ${waiver}: ${why}`);
  return { id, state: unfit.length > 0 ? 'infeasible' : because.length > 0 ? 'blocked' : 'admissible', because, waived };
}

/** Judges every option by its hard rules and its feasibility; nothing is relaxed. */
export function admissibility(options: readonly ChoiceOption[]): Admissibility {
  const judged = options.map(judge);
  if (judged.some(({ state }) => state === 'admissible')) return { options: judged, waivers: [] };
  const open = options.filter(({ constraints, feasibility }) => feasibility.every(({ verdict }) => verdict === 'pass') && constraints.every((constraint) => lets(constraint) || constraint.waivable));
  return { options: judged, waivers: smallestWaivers(open.map((option) => ({ option: option.id, rules: option.constraints.filter((constraint) => !lets(constraint)).map(({ rule }) => rule) }))) };
}
