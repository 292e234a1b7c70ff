import { type ReportBlock } from '../../../core/report/report-block.js';
import { grid } from '../kit/grid.js';
import { outcomeMark } from '../kit/outcome-mark.js';
import { palette } from '../kit/palette.js';
import { placeLines } from '../kit/place-lines.js';
import { placeWord } from '../kit/place-word.js';
import { setText } from '../kit/set-text.js';
import { severityMark } from '../kit/severity-mark.js';
import { type Sheet } from '../kit/sheet.js';
import { typeScale } from '../kit/type-scale.js';

type KeyBlock = Extract<ReportBlock, { kind: 'severityKey' | 'outcomeKey' }>;

/** What the signs of severities or outcomes mean, three to a row. */
export function writeKey(sheet: Sheet, block: KeyBlock): void {
  const across = 4;
  const width = grid.span(across) - 6;
  const entries = block.kind === 'severityKey' ? block.items.map((item) => ({ ...item, sign: item.severity })) : block.items.map((item) => ({ ...item, sign: item.outcome }));
  for (let from = 0; from < entries.length; from += 3) {
    const row = entries.slice(from, from + 3).map((entry) => ({ ...entry, set: setText(sheet, entry.meaning, typeScale.caption, width - 15) }));
    const height = 16 + Math.max(...row.map(({ set }) => set.height)) + 8;
    sheet.need(height);
    const top = sheet.y;
    row.forEach(({ word, sign, set }, index) => {
      const x = grid.at(index * across);
      const element = sheet.canvas.element('P');
      element.draw(() => {
        if (block.kind === 'severityKey') severityMark(sheet, sign as (typeof block.items)[number]['severity'], x + 4.5, top + 7, 4.4);
        else outcomeMark(sheet, sign as (typeof block.items)[number]['outcome'], x + 4.5, top + 7, 4.4);
        placeWord(sheet, word, typeScale.cellStrong, palette.ink, x + 15, top + 10);
        placeLines(sheet, set.lines, typeScale.caption, palette.text, { x: x + 15, y: top + 14, width });
      });
      element.end();
    });
    sheet.y = top + height;
  }
  sheet.y += 4;
}
