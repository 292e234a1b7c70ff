import fc from 'fast-check';
import { parseStrictJson } from './parse-strict-json.js';

const limits = { depth: 100, values: 100_000 };
const plain = (text: string): unknown => JSON.parse(JSON.stringify(parseStrictJson(text, limits)));

describe('parseStrictJson', () => {
  it('reads what JSON.stringify writes', () => {
    const prototypeKeys = /__proto__|prototype|constructor/;
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }).filter((text) => !prototypeKeys.test(text)), (text) => {
        expect(plain(text)).toEqual(JSON.parse(text));
      }),
      { seed: 7, numRuns: 500 },
    );
  });

  it('accepts nothing that JSON.parse refuses', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[[\]{}",:0-9eE+.\-tfnrualse\\ ]{0,24}$/), (text) => {
        let strict = true;
        try {
          parseStrictJson(text, limits);
        } catch {
          strict = false;
        }
        if (strict) expect(() => JSON.parse(text) as unknown).not.toThrow();
      }),
      { seed: 7, numRuns: 5_000 },
    );
  });

  it.each([
    ['{"a":1,"a":2}', 'duplicate-key'],
    ['{"a":1,"\\u0061":2}', 'duplicate-key'],
    ['{"__proto__":{}}', 'bad-key'],
    ['{"constructor":{}}', 'bad-key'],
    ['{"a":1,}', 'bad-json'],
    ['[1,]', 'bad-json'],
    ['01', 'bad-json'],
    ['"\t"', 'bad-json'],
    ['', 'bad-json'],
    ['['.repeat(200), 'too-deep'],
  ])('refuses %s', (text, code) => {
    expect(() => parseStrictJson(text, limits)).toThrow(expect.objectContaining({ code }) as Error);
  });

  it('caps the number of values', () => {
    expect(() => parseStrictJson('[1,2,3]', { depth: 10, values: 3 })).toThrow('more than 3 values');
  });
});
