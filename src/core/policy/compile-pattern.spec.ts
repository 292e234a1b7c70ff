import fc from 'fast-check';
import { RE2JS } from 're2js';
import { compilePattern } from './compile-pattern.js';
import { cpuTimeOf } from '../../../test/cpu-time-of.js';

describe('compilePattern', () => {
  it.each(['(a+)+$', '(a|aa)+$', '(.*a){20}$', '^(([a-z])+.)+[A-Z]([a-z])+$'])('answers %s on 5,000 characters at once', (pattern) => {
    const { answer, milliseconds } = cpuTimeOf(1_000, () => compilePattern(pattern)(`${'a'.repeat(5_000)}!`));
    expect(answer).toBe(false);
    expect(milliseconds).toBeLessThan(1_000);
  });

  it.each(['(?=a)', '(a)\\1', '(a', '[z-a]'])('refuses %s', (pattern) => {
    expect(() => compilePattern(pattern)).toThrow();
  });

  it.each([
    ['^gpt-4', 'gpt-4o', true],
    ['^gpt-4$', 'gpt-4o', false],
    ['^[0-9a-f]{40}$', 'a'.repeat(40), true],
    ['^[0-9a-f]{40}$', 'a'.repeat(41), false],
    ['^[a-z]+$', 'abc\n', false],
    ['4', 'gpt-4', true],
    ['(?i)^GPT', 'gpt-4', true],
  ])('tests %s against %j', (pattern, text, expected) => {
    expect(compilePattern(pattern)(text)).toBe(expected);
  });

  it('answers as RE2 does for patterns it hands to the built-in engine', () => {
    const atom = fc.constantFrom('a', 'b', '[a-c]', '[0-9_]', '\\.', '-', '[a-c]{2}', 'b{0}', 'a{3}');
    const pattern = fc.tuple(fc.array(atom, { maxLength: 5 }), fc.constantFrom('', '*', '+'), fc.constantFrom('', '$')).map(([atoms, last, end]) => `^${atoms.join('')}${last}${end}`);
    const answer = (test: () => boolean): boolean | 'refused' => {
      try {
        return test();
      } catch {
        return 'refused';
      }
    };
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '0', '_', '.', '-', '\n', 'é', '😀'), maxLength: 12 });
    fc.assert(fc.property(pattern, text, (source, subject) => answer(() => compilePattern(source)(subject)) === answer(() => RE2JS.compile(source).test(subject))), { numRuns: 2_000 });
  });
});
