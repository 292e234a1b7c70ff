import { type ReportModel } from '../../core/report/report-model.js';
import { fitLine } from './kit/fit-line.js';
import { grid } from './kit/grid.js';
import { palette } from './kit/palette.js';
import { placeWord } from './kit/place-word.js';
import { shapePath } from './kit/shape-path.js';
import { type Sheet } from './kit/sheet.js';
import { typeScale } from './kit/type-scale.js';

/** What stands on every page: running head, foot with page number, and the draft mark while signatures are missing. */
export function furnishPage(sheet: Sheet, model: ReportModel, bare: boolean): void {
  const { canvas } = sheet;
  const { head, foot, pageOf } = model.furniture;
  canvas.artifact('Pagination', () => {
    if (bare) return;
    if (model.draft !== null) watermark(sheet, model.draft);
    const running = fitLine(sheet, sheet.running, typeScale.caption, grid.span(4));
    const taken = placeWord(sheet, running, typeScale.caption, palette.muted, grid.right, 46, 'end') + 12;
    const chip = model.draft === null ? 0 : draftChip(sheet, model.draft, grid.right - taken, 46);
    placeWord(sheet, fitLine(sheet, head, typeScale.caption, grid.body - taken - chip - 12), typeScale.caption, palette.muted, grid.left, 46);
    canvas.path(shapePath.line(grid.left, 55, grid.right, 55), { stroke: palette.rule, lineWidth: 0.5 });
    placeWord(sheet, fitLine(sheet, foot, typeScale.caption, grid.span(10)), typeScale.caption, palette.muted, grid.left, grid.height - 34);
    const number = pageOf.replace('{page}', String(sheet.page)).replace('{pages}', sheet.plan.pages === 0 ? '··' : String(sheet.plan.pages));
    placeWord(sheet, number, typeScale.captionStrong, palette.ink, grid.right, grid.height - 34, 'end');
  });
}

/** Draws the chip so that it ends at `right`, and answers its width. */
function draftChip(sheet: Sheet, word: string, right: number, baseline: number): number {
  const width = sheet.widthOf(word, typeScale.overline) + 14;
  sheet.canvas.path(shapePath.rounded(right - width, baseline - 9.5, width, 13, 3), { stroke: palette.away, lineWidth: 0.7 });
  placeWord(sheet, word, typeScale.overline, palette.away, right - width / 2, baseline - 0.4, 'middle');
  return width;
}

function watermark(sheet: Sheet, word: string): void {
  const about = { x: grid.width / 2, y: grid.height / 2 };
  const style = { ...typeScale.watermark, size: typeScale.watermark.size * Math.min(1, 560 / sheet.widthOf(word, typeScale.watermark)) };
  sheet.canvas.rotated(-52, about, () => placeWord(sheet, word, style, palette.tint, about.x, about.y + 40, 'middle'));
}
