import fc from 'fast-check';
import { breakLines } from './break-lines.js';
import { type TypeCase } from './type-case.js';

/** Every character one point wide. */
const typeCase = { widthOf: (line: string) => [...line].length } as unknown as TypeCase;
const style = { face: 'sans', size: 10, leading: 12 } as const;
const lines = (text: string, width: number): readonly string[] => breakLines(text, style, width, typeCase).lines;

describe('breakLines', () => {
  it('breaks between words and at newlines', () => {
    expect(lines('one two three', 7)).toEqual(['one two', 'three']);
    expect(lines('one\ntwo', 20)).toEqual(['one', 'two']);
    expect(lines('', 20)).toEqual(['']);
  });

  it('breaks after a hyphen or slash only where letters follow', () => {
    expect(lines('abuse-monitoring', 12)).toEqual(['abuse-', 'monitoring']);
    expect(lines('on 2026-11-23', 9)).toEqual(['on', '2026-11-23'.slice(0, 8), '23']);
    expect(lines('on 2026-11-23', 10)).toEqual(['on', '2026-11-23']);
  });

  it('cuts a word wider than the line and says so', () => {
    expect(breakLines('abcdefghij', style, 4, typeCase)).toEqual({ lines: ['abcd', 'efgh', 'ij'], cutsWord: true });
    expect(breakLines('abcd efgh', style, 4, typeCase).cutsWord).toBe(false);
  });

  it('drops an indent that leaves no room for the word after it', () => {
    expect(lines('  !', 2)).toEqual(['!']);
    expect(lines('  a b', 9)).toEqual(['  a b']);
  });

  it('never cuts the name of a character without glyph', () => {
    expect(lines('a⟦U+6DF1⟧⟦U+6DF2⟧', 9)).toEqual(['a⟦U+6DF1⟧', '⟦U+6DF2⟧']);
  });

  it('loses no character but spaces, and no line is wider than it may be', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.integer({ min: 2, max: 40 }), (text, width) => {
        const broken = lines(text, width);
        expect(broken.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        for (const line of broken) expect([...line].length).toBeLessThanOrEqual(width);
      }),
    );
  });
});
