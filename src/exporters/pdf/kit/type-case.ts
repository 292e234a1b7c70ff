import { type ReportFonts } from '../report-assets.js';
import { type FaceName, faceNames, type TextStyle } from './text-style.js';
import { openTypeface, type Typeface } from './typeface.js';

/** The fonts of a report, opened. */
export interface TypeCase {
  face(name: FaceName): Typeface;
  widthOf(line: string, style: TextStyle): number;
  baselineIn(style: TextStyle): number;
  /** Whether every font has a glyph for the character. */
  covers(codePoint: number): boolean;
}

export function openTypeCase(fonts: ReportFonts): TypeCase {
  const faces = new Map<FaceName, Typeface>(faceNames.map((name) => [name, openTypeface(name, fonts[name])]));
  const face = (name: FaceName): Typeface => {
    const found = faces.get(name);
    if (found === undefined) throw new Error(`The font '${name}' is not among the assets of the report; give its bytes.`);
    return found;
  };
  return {
    face,
    widthOf: (line, style) => face(style.face).widthOf(line, style),
    baselineIn: (style) => face(style.face).baselineIn(style),
    covers: (codePoint) => [...faces.values()].every(({ characters }) => characters.has(codePoint)),
  };
}
