import { type ReportSection } from '../../../core/report/report-model.js';
import { grid } from '../kit/grid.js';
import { palette } from '../kit/palette.js';
import { placeWord } from '../kit/place-word.js';
import { shapePath } from '../kit/shape-path.js';
import { type Sheet } from '../kit/sheet.js';
import { type TextStyle } from '../kit/text-style.js';
import { typeScale } from '../kit/type-scale.js';

const titleAt = grid.left + 41;

/** Sections and their headings with page numbers; every entry is a link. */
export function writeContents(sheet: Sheet, sections: readonly ReportSection[], goTo: (target: string) => string): void {
  const numbered = sections.filter(({ number }) => number !== undefined);
  const entries = numbered.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'heading' && block.level === 2));
  const withHeadings = numbered.length * 30 + entries.length * 14 < sheet.room() * 1.6;
  const needed = numbered.length * 20 + (withHeadings ? entries.length * 14 : 0);
  // A list that nearly fits on its page is set closer, so that no entry stands alone on the next.
  const gap = Math.max(2.5, Math.min(7, (sheet.room() - needed - 2) / Math.max(1, numbered.length)));
  sheet.canvas.group('TOC', {}, () => {
    for (const { id, number = '', title, blocks } of numbered) {
      sheet.need(24);
      writeEntry(sheet, { id, number, title, goTo, style: typeScale.entry, colour: palette.ink, height: 15 });
      sheet.canvas.artifact('Layout', () => sheet.canvas.path(shapePath.line(grid.left, sheet.y + 2.5, grid.right, sheet.y + 2.5), { stroke: palette.rule, lineWidth: 0.5 }));
      sheet.y += 5;
      for (const block of withHeadings ? blocks : []) {
        if (block.kind !== 'heading' || block.level !== 2) continue;
        sheet.need(14);
        writeEntry(sheet, { id: block.id, number: '', title: block.text, goTo, style: typeScale.subEntry, colour: palette.text, height: 14 });
      }
      sheet.y += gap;
    }
  });
  sheet.y += 10;
}

interface Entry {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly goTo: (target: string) => string;
  readonly style: TextStyle;
  readonly colour: string;
  readonly height: number;
}

function writeEntry(sheet: Sheet, { id, number, title, goTo, style, colour, height }: Entry): void {
  const page = sheet.plan.pageOf.get(id);
  const baseline = sheet.y + height - 4;
  const draw = (): void => {
    if (number !== '') placeWord(sheet, number, style, palette.home, grid.left, baseline);
    placeWord(sheet, title, style, colour, titleAt, baseline);
    placeWord(sheet, page === undefined ? '··' : String(page), { ...style, tabular: true }, colour, grid.right, baseline, 'end');
  };
  const element = sheet.canvas.element('TOCI');
  if (page === undefined) element.draw(draw);
  else element.link(id, goTo(title), { x: grid.left, y: sheet.y, width: grid.body, height }, draw);
  element.end();
  sheet.y += height;
}
