import { clipText } from './clip-text.js';

describe('clipText', () => {
  it('leaves short text and shortens long text to the length asked for', () => {
    expect(clipText('short', 5)).toBe('short');
    expect(clipText('longer than that', 9)).toBe('longer t…');
  });

  it('counts the name of a character without glyph as one', () => {
    expect(clipText('⟦U+6DF1⟧⟦U+6DF2⟧⟦U+6DF3⟧', 2)).toBe('⟦U+6DF1⟧…');
  });
});
