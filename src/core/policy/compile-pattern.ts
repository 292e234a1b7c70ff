import { RE2JS } from 're2js';

/**
 * Makes a test for an RE2 pattern, found anywhere in the text; time is linear in the text.
 * @throws Error where the pattern is not RE2
 */
export function compilePattern(pattern: string): (text: string) => boolean {
  const compiled = RE2JS.compile(pattern);
  return (text) => compiled.test(text);
}
