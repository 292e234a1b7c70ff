import { type Font, type FontGlyph, type GlyphPosition, type GlyphRun } from 'fontkit';

/** Glyphs of words remembered per font; a report repeats its words, and shaping them is most of the work of making a PDF. */
const rememberedGlyphs = 120_000;
const ascii = /^[\x20-\x7E]*$/;
const combining = /\p{M}/u;
const contextual = { calt: false, ccmp: false, locl: false } as const;

interface ShapedWord {
  readonly glyphs: readonly FontGlyph[];
  readonly positions: readonly GlyphPosition[];
}

/**
 * Makes a font shape each word once and without contextual alternates, which change the look of arrows and digits but no letter of a Latin, Greek or Cyrillic text.
 * Text with combining marks keeps composition. In a monospaced font ASCII needs no shaping at all: each character is one glyph of one width. pdfkit scales positions in place, so every answer is a copy.
 */
export function shapeWords(font: Font, monospaced = false): void {
  const shape = font.layout.bind(font);
  const words = new Map<string, ShapedWord>();
  let glyphsHeld = 0;
  font.layout = (text, features) => {
    const wanted = Array.isArray(features) ? (features as readonly string[]) : [];
    const key = `${wanted.join(' ')}\n${text}`;
    let word = words.get(key);
    if (word === undefined) {
      const { glyphs, positions } = monospaced && ascii.test(text) ? unshaped(font, text) : shape(text, { ...(combining.test(text) ? {} : contextual), ...Object.fromEntries(wanted.map((name) => [name, true])) });
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

function unshaped(font: Font, text: string): ShapedWord {
  const glyphs = [...text].map((character) => font.glyphForCodePoint(character.charCodeAt(0)));
  return { glyphs, positions: glyphs.map(({ advanceWidth }) => ({ xAdvance: advanceWidth, yAdvance: 0, xOffset: 0, yOffset: 0 })) };
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
