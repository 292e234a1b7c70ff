import { type ReportModel } from '../../core/report/report-model.js';
import { type Canvas } from './kit/canvas.js';
import { grid } from './kit/grid.js';
import { openSheet, type PagePlan } from './kit/sheet.js';
import { type TypeCase } from './kit/type-case.js';
import { writeHeading } from './kit/write-heading.js';
import { drawCover } from './draw-cover.js';
import { furnishPage } from './furnish-page.js';
import { keptHeight } from './kept-height.js';
import { wholeHeight } from './whole-height.js';
import { type ReportAssets } from './report-assets.js';
import { writeBlock } from './write-block.js';

/** A section begins on a new page where less than this part of the page is left and it does not fit whole. */
const roomForSection = 0.52;

/** Draws cover and sections, and answers where everything came to stand. */
export function layOutReport(model: ReportModel, assets: ReportAssets, canvas: Canvas, typeCase: TypeCase, plan: PagePlan): PagePlan {
  const sheet = openSheet(canvas, typeCase, plan, (page, bare) => furnishPage(page, model, bare));
  const goTo = (target: string): string => model.furniture.goTo.replace('{target}', () => target);
  const context = { goTo, sections: model.sections };
  sheet.running = '';
  sheet.beginPage({ bare: true });
  canvas.group('Sect', { title: model.cover.title }, () => drawCover(sheet, model, assets.world));
  model.sections.forEach((section, index) => {
    sheet.running = section.title;
    const first = index === 0 || model.sections[index - 1]?.number === undefined;
    const fresh = first || (sheet.room() < (grid.bottom - grid.top) * roomForSection && sheet.room() < wholeHeight(sheet, section.blocks, context) + 110);
    if (fresh) sheet.beginPage();
    else sheet.y += 34;
    canvas.group('Sect', { title: section.title }, () => {
      writeHeading(sheet, { level: 1, id: section.id, text: section.title, keep: keptHeight(sheet, section.blocks, context) + 12, ...(section.overline === undefined ? {} : { overline: section.overline }) });
      section.blocks.forEach((block, at) => {
        if (block.kind === 'heading') writeHeading(sheet, { ...block, keep: keptHeight(sheet, section.blocks.slice(at + 1), context) });
        else writeBlock(sheet, block, context);
      });
    });
  });
  return sheet.marks();
}
