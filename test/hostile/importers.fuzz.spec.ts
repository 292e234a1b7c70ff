import fc from 'fast-check';
import { bytesOf, importBytes } from './import-bytes.js';
import { specimens } from './specimens.js';

const runs = { seed: 20261123, numRuns: 150 };
const scraps = ['---\n', '...\n', '&a ', '*a', '<<: ', '!!js/function x', '{', '[', ']', '}', '"', "'", '|\n', '>-\n', '\t', '\r', '\0', '\ufeff', ': ', '- ', '? ', '#', '__proto__: ', '"constructor":', '1e999', '\u2028', '𝕏', '%YAML 1.1\n', '\\u0000', '~', 'null', 'true'];

describe.each(specimens)('$path, mutated from a fixed seed', ({ path, text }) => {
  const bytes = bytesOf(text);

  it('with bytes flipped gives facts or problems', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 })), { minLength: 1, maxLength: 12 }), (flips) => {
        const mutant = bytes.slice();
        for (const [at, mask] of flips) mutant[at] = (mutant[at] ?? 0) ^ mask;
        expect(importBytes(path, mutant).milliseconds).toBeLessThan(2_000);
      }),
      runs,
    );
  });

  it('with parts cut out, moved, repeated or replaced by scraps of syntax gives facts or problems', () => {
    const splice = fc.tuple(fc.nat(text.length), fc.nat(60), fc.oneof(fc.constantFrom(...scraps), fc.tuple(fc.nat(text.length), fc.nat(80)).map(([from, length]) => text.slice(from, from + length))), fc.integer({ min: 1, max: 30 }));
    fc.assert(
      fc.property(fc.array(splice, { minLength: 1, maxLength: 6 }), (splices) => {
        let mutant = text;
        for (const [at, cut, given, times] of splices) mutant = mutant.slice(0, at) + given.repeat(times) + mutant.slice(at + cut);
        expect(importBytes(path, bytesOf(mutant)).milliseconds).toBeLessThan(2_000);
      }),
      runs,
    );
  });
});
