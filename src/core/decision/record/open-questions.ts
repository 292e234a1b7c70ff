import { type DecideCase } from './decide-case.js';
import { fillIn } from './fill-in.js';

/** Something a draft leaves to a person. */
export interface OpenQuestion {
  /** Keys that lead to it in the case. */
  readonly at: readonly (string | number)[];
  /** The same for reading, entries of lists by their id. */
  readonly where: string;
  readonly asks: string;
}

const mark = fillIn('');
const named = (item: unknown, index: number): string => (typeof item === 'object' && item !== null && 'id' in item ? String(item.id) : String(index));

function questionsIn(value: unknown, at: OpenQuestion['at'], where: readonly string[]): readonly OpenQuestion[] {
  if (typeof value === 'string') {
    const step = at.at(-1) === 'source' ? -1 : at.length;
    return value.startsWith(mark) ? [{ at: at.slice(0, step), where: where.slice(0, step).join('.'), asks: value.slice(mark.length) }] : [];
  }
  if (Array.isArray(value)) return value.flatMap((item, index) => questionsIn(item, [...at, index], [...where, named(item, index)]));
  return typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, item]) => questionsIn(item, [...at, key], [...where, key])) : [];
}

/** Everything in a case that still says `fill in:`. Figures nobody has are null with the reason as their source and ask nothing more. */
export const openQuestions = (given: DecideCase): readonly OpenQuestion[] => questionsIn(given, [], []);
