import fc from 'fast-check';
import { strictJsonReading } from './strict-json-reading.js';

const limits = { depth: 4, values: 1_000, keys: 3 };
const outcome = (read: () => unknown): string => {
  try {
    return JSON.stringify(read());
  } catch (error) {
    return (error as { code: string }).code;
  }
};
const whole = (text: string): string => outcome(() => strictJsonReading(text, limits).whole());
const entries = (text: string): string => outcome(() => Object.fromEntries(strictJsonReading(text, limits).entriesOfObject()));

describe('strictJsonReading', () => {
  it('reads the members of an object as it reads the object, and refuses for the same reason', () => {
    const text = fc.array(fc.constantFrom('"a"', '"b"', '"\\u0061"', '"__proto__"', ':', ':', ',', '{', '}', '[', ']', '1', '01', '-2.5e3', 'null', ' '), { maxLength: 14 }).map((parts) => `{${parts.join('')}}`);
    fc.assert(fc.property(text, (given) => expect(entries(given)).toBe(whole(given))), { seed: 7, numRuns: 20_000 });
    fc.assert(fc.property(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 })), (given) => expect(entries(JSON.stringify(given))).toBe(whole(JSON.stringify(given)))), { seed: 7, numRuns: 2_000 });
  });

  it.each([
    ['[{"dtype":1},{"dtype":2,"dtype":3}]', 'duplicate-key'],
    ['[{"a":1,"b":2},{"a":1,"a":2}]', 'duplicate-key'],
    ['[{"a":1,"b":2},{"b":1,"\\u0062":2}]', 'duplicate-key'],
    ['[{"a":1},{"ab":2},{"a":3}]', '[{"a":1},{"ab":2},{"a":3}]'],
    ['[{"a\\"":1},{"a":2}]', '[{"a\\"":1},{"a":2}]'],
    ['[1,2,3,[4],[5,6],[]]', '[1,2,3,[4],[5,6],[]]'],
    ['{"a":1,"b":2,"c":3,"d":4}', 'too-many-values'],
  ])('reads %s', (text, expected) => expect(whole(text)).toBe(expected));

  it('refuses what is not an object where an object is asked for', () => {
    expect(['[]', '1', '', '"{}"', '{} {}'].map(entries)).toEqual(Array(5).fill('bad-json'));
  });
});
