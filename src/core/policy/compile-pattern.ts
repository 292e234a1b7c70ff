import { RE2JS } from 're2js';

export type PatternTest = (text: string) => boolean;

const compiled = new Map<string, PatternTest>();
const mostKept = 500;

/** One character of a text, written out or as a class of ASCII. */
const atom = String.raw`(?:[A-Za-z0-9_:@/ -]|\\[./-]|\[(?:[A-Za-z0-9]-[A-Za-z0-9]|[A-Za-z0-9_:@/.])+\])`;
/**
 * Patterns that cannot backtrack and mean the same in RE2 and in JavaScript: from the start of the text, literals and classes of ASCII,
 * each once or a fixed number of times, only the last one repeated freely, then perhaps the end of the text.
 */
const direct = new RegExp(String.raw`^\^(?:${atom}(?:\{\d{1,3}\})?)*(?:${atom}[*+])?\$?$`);

/**
 * Makes a test for an RE2 pattern, found anywhere in the text; time is linear in the text.
 * @throws Error where the pattern is not RE2
 */
export function compilePattern(pattern: string): PatternTest {
  const known = compiled.get(pattern);
  if (known !== undefined) return known;
  const expression = RE2JS.compile(pattern);
  const native = direct.test(pattern) ? new RegExp(pattern) : undefined;
  const test: PatternTest = native === undefined ? (text) => expression.test(text) : (text) => native.test(text);
  if (compiled.size < mostKept) compiled.set(pattern, test);
  return test;
}
