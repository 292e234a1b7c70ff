import { grid } from './grid.js';
import { palette } from './palette.js';
import { placeLines } from './place-lines.js';
import { setText } from './set-text.js';
import { shapePath } from './shape-path.js';
import { type Sheet } from './sheet.js';
import { typeScale } from './type-scale.js';

export type CalloutTone = 'home' | 'away' | 'open';

export interface Callout {
  readonly text: string;
  readonly note?: string;
  readonly tone: CalloutTone;
  /** Large words at the right, such as a count and what it counts. */
  readonly asides?: readonly { readonly value: string; readonly label: string; readonly tone: CalloutTone }[];
}

const tints: Readonly<Record<CalloutTone, string>> = { home: palette.homeTint, away: palette.awayTint, open: palette.openTint };

/** The answer of a section, on a tint with a bar at its left. */
export function writeCallout(sheet: Sheet, { text, note, tone, asides = [] }: Callout): void {
  const { canvas } = sheet;
  const asideWidth = asides.length * 78;
  const width = grid.body - 44 - asideWidth;
  const main = setText(sheet, text, typeScale.lead, width);
  const small = note === undefined ? { lines: [], height: 0 } : setText(sheet, note, typeScale.small, width);
  const height = Math.max(main.height + (small.height > 0 ? small.height + 4 : 0), asides.length > 0 ? 42 : 0) + 26;
  sheet.need(height + 10);
  const top = sheet.y;
  canvas.artifact('Layout', () => {
    canvas.path(shapePath.rectangle(grid.left, top, grid.body, height), { fill: tints[tone] });
    canvas.path(shapePath.rectangle(grid.left, top, 4, height), { fill: palette[tone] });
  });
  const element = canvas.element('P');
  element.draw(() => {
    const y = placeLines(sheet, main.lines, typeScale.lead, palette.ink, { x: grid.left + 20, y: top + 13, width });
    placeLines(sheet, small.lines, typeScale.small, palette.text, { x: grid.left + 20, y: y + 4, width });
    asides.forEach(({ value, label, tone: own }, index) => {
      const box = { x: grid.right - 12 - asideWidth + index * 78, width: 78, align: 'center' as const };
      placeLines(sheet, [value], typeScale.keyNumber, palette[own], { ...box, y: top + height / 2 - 22 });
      placeLines(sheet, [label], typeScale.caption, palette.text, { ...box, y: top + height / 2 + 6 });
    });
  });
  element.end();
  sheet.y = top + height + 12;
}
