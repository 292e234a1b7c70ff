import { type ReportBlock } from '../../../core/report/report-block.js';
import { grid } from '../kit/grid.js';
import { outcomeMark } from '../kit/outcome-mark.js';
import { palette } from '../kit/palette.js';
import { placeLines } from '../kit/place-lines.js';
import { placeWord } from '../kit/place-word.js';
import { setText } from '../kit/set-text.js';
import { shapePath } from '../kit/shape-path.js';
import { type Sheet } from '../kit/sheet.js';
import { typeScale } from '../kit/type-scale.js';
import { writeFigure } from '../kit/write-figure.js';

type LineageBlock = Extract<ReportBlock, { kind: 'lineage' }>;

const across = 4;
const boxHeight = 58;
const gap = 26;
const boxWidth = (grid.body - (across - 1) * gap) / across;

/** From the first ancestor to what runs, four steps to a row. */
export function writeLineage(sheet: Sheet, { chains, alt, caption }: LineageBlock): void {
  const rows = chains.flatMap(({ steps }) => Array.from({ length: Math.ceil(steps.length / across) }, (_, row) => steps.slice(row * across, (row + 1) * across)));
  const rowHeight = boxHeight + 12;
  writeFigure(sheet, {
    height: rows.length * rowHeight,
    alt,
    caption,
    draw(top) {
      rows.forEach((steps, row) => {
        const y = top + row * rowHeight;
        steps.forEach((step, index) => {
          const x = grid.left + index * (boxWidth + gap);
          const proven = step.outcome === 'pass';
          sheet.canvas.path(shapePath.rounded(x, y, boxWidth, boxHeight, 3), { fill: proven ? palette.paper : palette.tint, stroke: proven ? palette.home : palette.muted, lineWidth: 0.9 });
          outcomeMark(sheet, step.outcome, x + boxWidth - 11, y + 11, 4.4);
          placeLines(sheet, setText(sheet, step.title, typeScale.cellStrong, boxWidth - 32).lines.slice(0, 2), typeScale.cellStrong, palette.ink, { x: x + 8, y: y + 6, width: boxWidth - 32 });
          placeLines(sheet, setText(sheet, step.note, typeScale.caption, boxWidth - 16).lines.slice(0, 1), typeScale.caption, palette.muted, { x: x + 8, y: y + 30, width: boxWidth - 16 });
          placeWord(sheet, step.code, typeScale.mono, palette.ink, x + 8, y + boxHeight - 8);
          if (index > 0) arrow(sheet, x - gap + 3, y + boxHeight / 2, gap - 6);
        });
      });
    },
  });
}

function arrow(sheet: Sheet, x: number, y: number, width: number): void {
  sheet.canvas.path(shapePath.line(x, y, x + width - 3, y), { stroke: palette.muted, lineWidth: 1.1 });
  sheet.canvas.path(shapePath.polygon([[x + width, y], [x + width - 5, y - 2.6], [x + width - 5, y + 2.6]]), { fill: palette.muted });
}
