import { type ReportBlock } from '../../../core/report/report-block.js';
import { fitLine } from '../kit/fit-line.js';
import { grid } from '../kit/grid.js';
import { palette } from '../kit/palette.js';
import { placeWord } from '../kit/place-word.js';
import { shapePath } from '../kit/shape-path.js';
import { type Sheet } from '../kit/sheet.js';
import { typeScale } from '../kit/type-scale.js';
import { writeFigure } from '../kit/write-figure.js';

type TimelineBlock = Extract<ReportBlock, { kind: 'timeline' }>;

const rowHeight = 22;
const labelWidth = grid.span(2);

/** Bars from their first to their last day, and a line where now is. */
export function writeTimeline(sheet: Sheet, { bars, span, now, nowLabel, ticks, alt, caption }: TimelineBlock): void {
  const left = grid.left + labelWidth + grid.gutter;
  const at = (day: number): number => left + ((grid.right - left) * day) / Math.max(1, span);
  const height = bars.length * rowHeight + 34;
  writeFigure(sheet, {
    height,
    alt,
    caption,
    draw(top) {
      const foot = top + height - 16;
      for (const { at: day, label } of ticks) {
        sheet.canvas.path(shapePath.line(at(day), top + 14, at(day), foot), { stroke: palette.hair, lineWidth: 0.5 });
        placeWord(sheet, label, typeScale.caption, palette.muted, at(day), foot + 11, day > span * 0.94 ? 'end' : day < span * 0.04 ? 'start' : 'middle');
      }
      bars.forEach(({ label, from, to, tone, note }, index) => {
        const y = top + 16 + index * rowHeight;
        placeWord(sheet, fitLine(sheet, label, typeScale.cell, labelWidth + 6), typeScale.cell, palette.ink, grid.left, y + 12);
        sheet.canvas.path(shapePath.rounded(at(from), y + 4, Math.max(4, at(to) - at(from)), 12, 2), { fill: palette[`${tone}Tint`], stroke: palette[tone], lineWidth: 0.8 });
        const inside = sheet.widthOf(note, typeScale.caption) + 12 < at(to) - at(from);
        if (inside) placeWord(sheet, note, typeScale.caption, palette[tone], at(from) + 6, y + 12.6);
        else if (at(to) + sheet.widthOf(note, typeScale.caption) + 6 < grid.right) placeWord(sheet, note, typeScale.caption, palette[tone], at(to) + 5, y + 12.6);
        else placeWord(sheet, note, typeScale.caption, palette[tone], at(from) - 5, y + 12.6, 'end');
      });
      sheet.canvas.path(shapePath.line(at(now), top + 12, at(now), foot), { stroke: palette.ink, lineWidth: 1 });
      placeWord(sheet, nowLabel, typeScale.captionStrong, palette.ink, at(now), top + 8, now > span * 0.85 ? 'end' : now < span * 0.15 ? 'start' : 'middle');
    },
  });
}
