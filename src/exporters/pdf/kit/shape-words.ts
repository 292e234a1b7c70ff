import { type Font, type FontGlyph, type GlyphPosition, type GlyphRun } from 'fontkit';

/** Glyphs of words remembered per font; a report repeats its words, and shaping them is most of the work of making a PDF. */
const rememberedGlyphs = 120_000;
const combining = /\p{M}/u;
const contextual = { calt: false, ccmp: false, locl: false } as const;

interface ShapedWord {
  readonly glyphs: readonly FontGlyph[];
  readonly positions: readonly GlyphPosition[];
}

/**
 * Makes a font shape each word once and without contextual alternates, which change the look of arrows and digits but no letter of a Latin, Greek or Cyrillic text.
 * Text with combining marks keeps composition. pdfkit scales positions in place, so every answer is a copy.
 */
export function shapeWords(font: Font): void {
  const shape = font.layout.bind(font);
  const words = new Map<string, ShapedWord>();
  let glyphsHeld = 0;
  font.layout = (text, features) => {
    const wanted = Array.isArray(features) ? (features as readonly string[]) : [];
    const key = `${wanted.join(' ')}\n${text}`;
    let word = words.get(key);
    if (word === undefined) {
      const { glyphs, positions } = shape(text, { ...(combining.test(text) ? {} : contextual), ...Object.fromEntries(wanted.map((name) => [name, true])) });
      word = { glyphs, positions };
      glyphsHeld += glyphs.length;
      if (glyphsHeld > rememberedGlyphs) {
        words.clear();
        glyphsHeld = glyphs.length;
      }
      words.set(key, word);
    }
    return copyOf(word);
  };
}

function copyOf({ glyphs, positions }: ShapedWord): GlyphRun {
  const own = positions.map(({ xAdvance, yAdvance, xOffset, yOffset }) => ({ xAdvance, yAdvance, xOffset, yOffset }));
  return {
    glyphs,
    positions: own,
    get advanceWidth() {
      return own.reduce((sum, { xAdvance }) => sum + xAdvance, 0);
    },
  };
}
