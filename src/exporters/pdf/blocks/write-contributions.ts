import { type ReportBlock } from '../../../core/report/report-block.js';
import { fitLine } from '../kit/fit-line.js';
import { grid } from '../kit/grid.js';
import { palette } from '../kit/palette.js';
import { placeWord } from '../kit/place-word.js';
import { shapePath } from '../kit/shape-path.js';
import { type Sheet } from '../kit/sheet.js';
import { typeScale } from '../kit/type-scale.js';
import { writeFigure } from '../kit/write-figure.js';

type ContributionsBlock = Extract<ReportBlock, { kind: 'contributions' }>;

const rowHeight = 25;
const headHeight = 20;
const barsAt = grid.at(6) - 18;
const barHeight = 8;
const colours = [palette.home, palette.away] as const;

/** For each criterion the points of two options, one bar above the other, and how far apart they are. */
export function writeContributions(sheet: Sheet, { alt, caption, weightTitle, differenceTitle, options, rows }: ContributionsBlock): void {
  const most = Math.max(1, ...rows.flatMap(({ points }) => points));
  const unit = (grid.right - 78 - barsAt) / most;
  const { canvas } = sheet;
  writeFigure(sheet, {
    height: headHeight + rows.length * rowHeight,
    alt,
    caption,
    draw(top) {
      placeWord(sheet, weightTitle, typeScale.caption, palette.muted, barsAt - 10, top + 10, 'end');
      placeWord(sheet, differenceTitle, typeScale.caption, palette.muted, grid.right, top + 10, 'end');
      let x: number = barsAt;
      options.forEach((option, index) => {
        canvas.path(index === 0 ? shapePath.circle(x + 3.5, top + 7.4, 3.2) : shapePath.rectangle(x, top + 4.2, 6.4, 6.4), { fill: colours[index] ?? palette.muted });
        x += 11 + placeWord(sheet, fitLine(sheet, option, typeScale.caption, (grid.right - 60 - barsAt) / 2 - 20), typeScale.caption, palette.text, x + 11, top + 10) + 14;
      });
      rows.forEach(({ label, weight, points, texts, difference, ahead }, row) => {
        const y = top + headHeight + row * rowHeight;
        canvas.path(shapePath.line(grid.left, y, grid.right, y), { stroke: palette.rule, lineWidth: 0.4 });
        placeWord(sheet, fitLine(sheet, label, typeScale.cell, barsAt - 44 - grid.left), typeScale.cell, palette.ink, grid.left, y + 15);
        placeWord(sheet, weight, typeScale.number, palette.text, barsAt - 10, y + 15, 'end');
        points.forEach((point, index) => {
          const at = y + 3.5 + index * (barHeight + 1);
          canvas.path(shapePath.rectangle(barsAt, at, Math.max(0.6, point * unit), barHeight), { fill: colours[index] ?? palette.muted });
          placeWord(sheet, texts[index] ?? '', typeScale.caption, palette.text, barsAt + point * unit + 4, at + 6.6);
        });
        placeWord(sheet, difference, typeScale.captionStrong, ahead ? palette.home : palette.away, grid.right, y + 15, 'end');
      });
    },
  });
}
