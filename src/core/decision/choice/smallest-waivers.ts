import { type WaiverSet } from './choice-result.js';

export interface BlockedOption {
  readonly option: string;
  /** Rules that keep it out. */
  readonly rules: readonly string[];
}

const contains = (set: readonly string[], part: readonly string[]): boolean => part.every((rule) => set.includes(rule));

/** The sets of rules that would have to be waived, none containing another, fewest rules first and then in code-unit order. */
export function smallestWaivers(blocked: readonly BlockedOption[]): readonly WaiverSet[] {
  const sets = new Map(blocked.map(({ rules }) => [...new Set(rules)].sort()).map((rules) => [JSON.stringify(rules), rules]));
  const smallest = [...sets.values()].filter((set) => ![...sets.values()].some((other) => other.length < set.length && contains(set, other)));
  return smallest
    .sort((left, right) => left.length - right.length || (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1))
    .map((rules) => ({ rules, admits: blocked.filter((option) => contains(rules, option.rules)).map(({ option }) => option).sort() }));
}
