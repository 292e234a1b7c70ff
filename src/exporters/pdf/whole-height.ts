import { type ReportBlock } from '../../core/report/report-block.js';
import { grid } from './kit/grid.js';
import { measuringCanvas } from './kit/measuring-canvas.js';
import { openSheet, type Sheet } from './kit/sheet.js';
import { type BlockContext, writeBlock } from './write-block.js';

/** Blocks beyond this number fill a page in any case, and are not worth measuring. */
const mostMeasured = 12;

/** Height of blocks on one page; that of a page where they do not fit on one. */
export function wholeHeight(sheet: Sheet, blocks: readonly ReportBlock[], context: BlockContext): number {
  if (blocks.length > mostMeasured || blocks.some((block) => block.kind === 'table' && block.rows.length > 60)) return grid.bottom;
  const probe = openSheet(measuringCanvas, sheet.typeCase, sheet.plan, () => undefined);
  for (const block of blocks) writeBlock(probe, block, context);
  return probe.page > 0 ? grid.bottom : probe.y - grid.top;
}
