import { byCodeUnit } from '../inventory/by-code-unit.js';
import { type Problem } from '../inventory/problem.js';
import { printableText } from './printable-text.js';
import { type Wording } from './wording.js';

/** Characters shown of one value; the whole of it stands in the attached result. */
const longestValue = 1_200;

/** Says things in the language of a report: wording from its keys, values from the inventory made printable. */
export interface ReportSpeaker {
  /** The wording under a key with its placeholders filled. Throws where the key or a value is missing, or where a font lacks a character of the wording. */
  say(key: string, values?: Readonly<Record<string, string | number>>): string;
  /** As `say`, with `.one` or `.other` added to the key by `count`, which is also a value. */
  count(key: string, count: number, values?: Readonly<Record<string, string | number>>): string;
  has(key: string): boolean;
  /** A value of the input, printable. */
  show(value: string, longest?: number): string;
  number(value: number): string;
  /** `23 November 2026` of an ISO 8601 day or instant, in UTC. */
  day(instant: string): string;
  /** Characters of the input that no font has, and how often each was met. */
  readonly unprintable: readonly { readonly name: string; readonly times: number }[];
  /** Texts of the input that were cut for length. */
  readonly cutTexts: number;
  /** The same for whoever asked for the report. */
  readonly problems: readonly Problem[];
}

export function createSpeaker(wording: Wording, covers: (codePoint: number) => boolean): ReportSpeaker {
  const lacking = new Map<string, number>();
  let cutTexts = 0;

  const show = (value: string, longest = longestValue): string => {
    const { text, missing, cut } = printableText(value, covers, longest);
    for (const name of missing) lacking.set(name, (lacking.get(name) ?? 0) + 1);
    if (cut === 0) return text;
    cutTexts += 1;
    return `${text.trimEnd()} … ${phrase('text.cut', { count: number(cut) })}`;
  };
  const own = (key: string): string => {
    const text = Object.hasOwn(wording, key) ? wording[key] : undefined;
    if (text === undefined) throw new Error(`The wording has no key '${key}'; add it to every file of reports/wording/.`);
    const { missing } = printableText(text, covers, text.length);
    if (missing.length > 0) throw new Error(`The wording of '${key}' holds ${missing.join(', ')}, which the fonts of the report lack; write it with other characters.`);
    return text;
  };
  const phrase = (key: string, values: Readonly<Record<string, string | number>> = {}): string =>
    own(key).replace(/\{([a-zA-Z]+)\}/g, (_, name: string) => {
      const value = values[name];
      if (value === undefined) throw new Error(`The wording of '${key}' asks for '${name}', which is not given; give it or take the placeholder out.`);
      return typeof value === 'number' ? number(value) : value;
    });
  const number = (value: number): string => {
    const [whole = '0', fraction] = String(Math.abs(value)).split('.');
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, own('number.group'));
    return `${value < 0 ? '−' : ''}${grouped}${fraction === undefined ? '' : own('number.point') + fraction}`;
  };
  return {
    say: phrase,
    count: (key, count, values = {}) => phrase(`${key}.${count === 1 ? 'one' : 'other'}`, { ...values, count }),
    has: (key) => Object.hasOwn(wording, key),
    show,
    number,
    day(instant) {
      const found = /^(\d{4})-(\d{2})-(\d{2})/.exec(instant);
      if (found === null) return show(instant);
      return phrase('date.day', { day: String(Number(found[3])), month: own(`month.${Number(found[2])}`), year: found[1] ?? '' });
    },
    get unprintable() {
      return [...lacking].map(([name, times]) => ({ name, times })).sort((a, b) => byCodeUnit(a.name, b.name));
    },
    get cutTexts() {
      return cutTexts;
    },
    get problems() {
      const problems: Problem[] = [...lacking].map(([name, times]) => ({ file: 'report', code: 'character-not-in-fonts', level: 'warning', message: `report: ${name} occurs ${times} times in the input and in no font of the report; it is printed as ⟦${name}⟧, and stands as it is in the attached result` }));
      if (cutTexts > 0) problems.push({ file: 'report', code: 'text-cut', level: 'warning', message: `report: ${cutTexts} texts of the input are too long to print whole and were cut; they stand whole in the attached result` });
      return problems;
    },
  };
}
