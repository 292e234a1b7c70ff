import { type ReportModel } from '../../core/report/report-model.js';
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
    placeWord(sheet, head, typeScale.caption, palette.muted, grid.left, 46);
    placeWord(sheet, sheet.running, typeScale.caption, palette.muted, grid.right, 46, 'end');
    if (model.draft !== null) draftChip(sheet, model.draft, grid.width / 2, 46);
    canvas.path(shapePath.line(grid.left, 55, grid.right, 55), { stroke: palette.rule, lineWidth: 0.5 });
    placeWord(sheet, foot, typeScale.caption, palette.muted, grid.left, grid.height - 34);
    const number = pageOf.replace('{page}', String(sheet.page)).replace('{pages}', sheet.plan.pages === 0 ? '··' : String(sheet.plan.pages));
    placeWord(sheet, number, typeScale.captionStrong, palette.ink, grid.right, grid.height - 34, 'end');
  });
}

function draftChip(sheet: Sheet, word: string, x: number, baseline: number): void {
  const width = sheet.widthOf(word, typeScale.overline) + 14;
  sheet.canvas.path(shapePath.rounded(x - width / 2, baseline - 9.5, width, 13, 3), { stroke: palette.away, lineWidth: 0.7 });
  placeWord(sheet, word, typeScale.overline, palette.away, x, baseline - 0.4, 'middle');
}

function watermark(sheet: Sheet, word: string): void {
  const about = { x: grid.width / 2, y: grid.height / 2 };
  sheet.canvas.rotated(-52, about, () => placeWord(sheet, word, typeScale.watermark, palette.tint, about.x, about.y + 40, 'middle'));
}
