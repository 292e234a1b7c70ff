import fc from 'fast-check';
import { printableText } from './printable-text.js';

const latin = (codePoint: number): boolean => codePoint < 0x250;

describe('printableText', () => {
  it('leaves what the fonts have, in normal form C', () => {
    expect(printableText('Zu\u0308rich', latin, 100)).toEqual({ text: 'Zürich', missing: [], cut: 0 });
  });

  it('names what they lack by its code point', () => {
    expect(printableText('深 AG 🚀', latin, 100)).toEqual({ text: '⟦U+6DF1⟧ AG ⟦U+1F680⟧', missing: ['U+6DF1', 'U+1F680'], cut: 0 });
  });

  it('shows control characters and hidden reversals instead of obeying them', () => {
    expect(printableText('a\u0007b\u202Ec', () => true, 100).text).toBe('a⟦U+0007⟧b⟦U+202E⟧c');
    expect(printableText('half \uD83D', () => true, 100).text).toBe('half ⟦U+D83D⟧');
  });

  it('cannot be forged by writing such a name', () => {
    expect(printableText('⟦U+41⟧', latin, 100).text).toBe('⟦U+27E6⟧U+41⟦U+27E7⟧');
  });

  it('counts what it cuts', () => {
    expect(printableText('abcdef', latin, 4)).toEqual({ text: 'abcd', missing: [], cut: 2 });
    expect(printableText('x'.repeat(10_000), latin, 100).cut).toBe(9_900);
  });

  it('prints only characters the fonts have', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (source) => {
        const { text } = printableText(source, latin, 1_000);
        for (const character of text.replace(/⟦U\+[0-9A-F]{4,6}⟧/g, '')) expect(latin(character.codePointAt(0) ?? 0)).toBe(true);
      }),
    );
  });
});
