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
type Step = LineageBlock['chains'][number]['steps'][number];

const across = 4;
const boxHeight = 68;
const gap = 26;
const boxWidth = (grid.body - (across - 1) * gap) / across;

/** From the first ancestor to what runs; short chains share a row. */
export function writeLineage(sheet: Sheet, { chains, alt, caption }: LineageBlock): void {
  const rows = rowsOf(chains);
  const rowHeight = boxHeight + 14;
  writeFigure(sheet, {
    height: rows.length * rowHeight - 8,
    alt,
    caption,
    draw: (top) => rows.forEach((cells, row) => cells.forEach(({ step, column, first }) => drawStep(sheet, step, grid.left + column * (boxWidth + gap), top + row * rowHeight, first))),
  });
}

interface PlacedStep {
  readonly step: Step;
  readonly column: number;
  /** Nothing of the chain stands before it in its row. */
  readonly first: boolean;
}

function rowsOf(chains: LineageBlock['chains']): readonly (readonly PlacedStep[])[] {
  const rows: PlacedStep[][] = [];
  let column = across;
  for (const { steps } of chains) {
    if (column + steps.length > across) column = across;
    steps.forEach((step, index) => {
      if (column >= across) {
        rows.push([]);
        column = 0;
      }
      rows.at(-1)?.push({ step, column, first: index === 0 });
      column += 1;
    });
  }
  return rows;
}

function drawStep(sheet: Sheet, step: Step, x: number, y: number, first: boolean): void {
  const proven = step.outcome === 'pass';
  sheet.canvas.path(shapePath.rounded(x, y, boxWidth, boxHeight, 3), { fill: proven ? palette.paper : palette.tint, stroke: proven ? palette.home : palette.muted, lineWidth: 0.9 });
  outcomeMark(sheet, step.outcome, x + boxWidth - 11, y + 11, 4.4);
  placeLines(sheet, setText(sheet, step.title, typeScale.cellStrong, boxWidth - 30).lines.slice(0, 2), typeScale.cellStrong, palette.ink, { x: x + 8, y: y + 6, width: boxWidth - 30 });
  placeLines(sheet, setText(sheet, step.note, typeScale.caption, boxWidth - 14).lines.slice(0, 2), typeScale.caption, palette.muted, { x: x + 8, y: y + 29, width: boxWidth - 14 });
  placeWord(sheet, step.code, typeScale.mono, palette.ink, x + 8, y + boxHeight - 8);
  if (!first) arrow(sheet, x - gap + 3, y + boxHeight / 2, gap - 6);
}

function arrow(sheet: Sheet, x: number, y: number, width: number): void {
  sheet.canvas.path(shapePath.line(x, y, x + width - 3, y), { stroke: palette.muted, lineWidth: 1.1 });
  sheet.canvas.path(shapePath.polygon([[x + width, y], [x + width - 5, y - 2.6], [x + width - 5, y + 2.6]]), { fill: palette.muted });
}
