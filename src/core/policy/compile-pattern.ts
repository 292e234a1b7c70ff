import { RE2JS } from 're2js';

const compiled = new Map<string, RE2JS>();
const mostKept = 500;

/**
 * Makes a test for an RE2 pattern, found anywhere in the text; time is linear in the text.
 * @throws Error where the pattern is not RE2
 */
export function compilePattern(pattern: string): (text: string) => boolean {
  const known = compiled.get(pattern) ?? RE2JS.compile(pattern);
  if (compiled.size < mostKept) compiled.set(pattern, known);
  return (text) => known.test(text);
}
