import { create, type Font } from 'fontkit';
import { codePointMark, partsOfLine } from './code-point-mark.js';
import { shapeWords } from './shape-words.js';
import { type FaceName, type TextStyle } from './text-style.js';

/** One font, opened once for all passes over a report. */
export interface Typeface {
  readonly name: FaceName;
  readonly font: Font;
  /** Distance from the top of a line box to the baseline, in points. */
  baselineIn(style: TextStyle): number;
  /** Width of a line in points, tracking included. */
  widthOf(line: string, style: TextStyle): number;
  readonly characters: ReadonlySet<number>;
}

export function openTypeface(name: FaceName, bytes: Uint8Array): Typeface {
  const font = create(bytes);
  shapeWords(font, name === 'mono');
  const em = font.unitsPerEm;
  const ascent = font.ascent / em;
  const descent = -font.descent / em;
  const plain = new Map<string, number>();
  const advance = (word: string, tabular: boolean): number => {
    if (tabular) return font.layout(word, ['tnum']).advanceWidth / em;
    let width = plain.get(word);
    if (width === undefined) {
      width = font.layout(word).advanceWidth / em;
      if (plain.size >= 30_000) plain.clear();
      plain.set(word, width);
    }
    return width;
  };
  const advanceOfLine = (line: string, tabular: boolean): number => (tabular ? advance(line, true) : chunksOf(line).reduce((sum, chunk) => sum + advance(chunk, false), 0));
  return {
    name,
    font,
    characters: new Set(font.characterSet),
    baselineIn: ({ size, leading }) => (leading - (ascent + descent) * size) / 2 + ascent * size,
    widthOf(line, { size, tracking = 0, tabular = false }) {
      return partsOfLine(line).reduce((sum, { text, actual }) => {
        const visible = actual === undefined ? text : `[${text}]`;
        const strokes = actual === undefined ? 0 : 2 * codePointMark.stroke;
        return sum + (advanceOfLine(visible, tabular) + strokes) * size + tracking * Math.max(0, visible.length - 1);
      }, 0);
    },
  };
}

/** A line in words, each with the space behind it: the units in which pdfkit shapes. */
function chunksOf(line: string): string[] {
  return line.match(/[^ \t]*[ \t]|[^ \t]+$/g) ?? [];
}
