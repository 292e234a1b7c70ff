import { type Role } from './canvas.js';
import { grid } from './grid.js';
import { palette } from './palette.js';
import { placeLines } from './place-lines.js';
import { setText } from './set-text.js';
import { type Sheet } from './sheet.js';
import { type TextStyle } from './text-style.js';
import { typeScale } from './type-scale.js';

export interface ParagraphLook {
  readonly style?: TextStyle;
  readonly colour?: string;
  readonly x?: number;
  readonly width?: number;
  readonly after?: number;
  readonly role?: Role;
}

/** Running text; it goes on over as many pages as it needs, with at least two lines on each side of a break. */
export function writeParagraph(sheet: Sheet, text: string, look: ParagraphLook = {}): void {
  const { style = typeScale.body, colour = palette.text, x = grid.left, width = grid.span(10), after = 7, role = 'P' } = look;
  const { lines } = setText(sheet, text, style, width);
  const element = sheet.canvas.element(role);
  sheet.need(Math.min(lines.length, 2) * style.leading);
  for (let from = 0; from < lines.length; ) {
    const fits = Math.max(1, Math.floor((sheet.room() + 0.01) / style.leading));
    const left = lines.length - from;
    const take = fits >= left ? left : left - fits === 1 && fits > 2 ? fits - 1 : fits;
    element.draw(() => {
      sheet.y = placeLines(sheet, lines.slice(from, from + take), style, colour, { x, y: sheet.y, width });
    });
    from += take;
    if (from < lines.length) sheet.beginPage();
  }
  element.end();
  sheet.y += after;
}
