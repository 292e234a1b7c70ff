import { type OptionConstraints } from './constraints-from-audit.js';
import { type DecideCase, type DecideOption } from './decide-case.js';

/** Outcomes found for an option that the case does not state itself; that nothing blocks is new only to an option without any. A rule waived for the option stays waived for it. */
export function newOutcomes({ id, constraints }: DecideOption, found: OptionConstraints): DecideOption['constraints'] {
  const outcomes = Object.hasOwn(found, id) ? (found[id] ?? []) : [];
  return outcomes
    .filter(({ rule, verdict }) => (verdict !== 'pass' || constraints.length === 0) && !constraints.some((stated) => stated.rule === rule && stated.verdict === verdict))
    .map((outcome) => ({ ...constraints.find(({ rule, waiver }) => rule === outcome.rule && waiver !== undefined), ...outcome }));
}

/** The case with what the packs were found to say of its options. */
export function joinConstraints(given: DecideCase, found: OptionConstraints): DecideCase {
  return { ...given, options: given.options.map((option) => ({ ...option, constraints: [...option.constraints, ...newOutcomes(option, found)] })) };
}
