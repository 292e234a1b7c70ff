import { type ReportBlock } from '../../core/report/report-block.js';
import { grid } from './kit/grid.js';
import { type Sheet } from './kit/sheet.js';
import { wholeHeight } from './whole-height.js';
import { type BlockContext } from './write-block.js';

/** What must stand below a heading of a table or list: a header and a few rows. */
const startOfRows = 92;
const flowing = new Set<ReportBlock['kind']>(['paragraph', 'lead', 'callout', 'keyNumbers', 'severityKey', 'outcomeKey']);

/**
 * Height that belongs on one page with a heading: the prose that follows and the first figure or card after it; of tables, lists and comparisons only the start.
 * Never more than a page can hold.
 */
export function keptHeight(sheet: Sheet, following: readonly ReportBlock[], context: BlockContext): number {
  let height = 0;
  for (const block of following) {
    if (block.kind === 'contents' || block.kind === 'table' || block.kind === 'list' || block.kind === 'details') return height + startOfRows;
    if (block.kind === 'options') return height + wholeHeight(sheet, [{ ...block, items: block.items.slice(0, 1) }], context);
    height += block.kind === 'heading' ? 45 : wholeHeight(sheet, [block], context);
    if (!flowing.has(block.kind) && block.kind !== 'heading') break;
  }
  return height > grid.bottom - grid.top - 52 ? startOfRows : height;
}
