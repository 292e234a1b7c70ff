import { type ReportBlock } from '../../../core/report/report-block.js';
import { grid } from '../kit/grid.js';
import { palette } from '../kit/palette.js';
import { placeLines } from '../kit/place-lines.js';
import { setText } from '../kit/set-text.js';
import { type Sheet } from '../kit/sheet.js';
import { typeScale } from '../kit/type-scale.js';

type ListBlock = Extract<ReportBlock, { kind: 'list' }>;

const indent = 18;

/** Numbered or dashed items, each kept whole where a page can hold it. */
export function writeList(sheet: Sheet, { ordered, items }: ListBlock): void {
  const width = grid.span(10) - indent;
  sheet.canvas.group('L', {}, () => {
    items.forEach((item, index) => {
      const { lines, height } = setText(sheet, item, typeScale.body, width);
      sheet.need(Math.min(height, grid.bottom - grid.top));
      sheet.canvas.group('LI', {}, () => {
        const label = sheet.canvas.element('Lbl');
        label.draw(() => void placeLines(sheet, [ordered ? String(index + 1) : '–'], ordered ? { ...typeScale.heading3, leading: typeScale.body.leading } : typeScale.body, palette.home, { x: grid.left, y: sheet.y, width: indent }));
        label.end();
        const body = sheet.canvas.element('LBody');
        for (let rest = lines; rest.length > 0; ) {
          const fits = Math.max(1, Math.floor(sheet.room() / typeScale.body.leading));
          const here = rest.slice(0, fits);
          body.draw(() => {
            sheet.y = placeLines(sheet, here, typeScale.body, palette.text, { x: grid.left + indent, y: sheet.y, width });
          });
          rest = rest.slice(fits);
          if (rest.length > 0) sheet.beginPage();
        }
        body.end();
      });
      sheet.y += 4;
    });
  });
  sheet.y += 4;
}
