import { grid } from './grid.js';
import { type Sheet } from './sheet.js';
import { writeCaption } from './write-caption.js';

export interface Figure {
  readonly height: number;
  /** The numbers of the figure in words. */
  readonly alt: string;
  readonly caption?: string;
  readonly draw: (top: number) => void;
}

/** A drawing over the whole measure, never split, with its caption on the same page. */
export function writeFigure(sheet: Sheet, { height, alt, caption, draw }: Figure): void {
  sheet.need(height + (caption === undefined ? 0 : 34));
  const top = sheet.y;
  const element = sheet.canvas.element('Figure', { alt, bbox: [grid.left, top, grid.right, top + height] });
  element.draw(() => draw(top));
  element.end();
  sheet.y = top + height;
  if (caption === undefined) sheet.y += 8;
  else writeCaption(sheet, caption);
}
