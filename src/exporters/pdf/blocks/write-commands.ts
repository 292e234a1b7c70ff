import { type ReportBlock } from '../../../core/report/report-block.js';
import { grid } from '../kit/grid.js';
import { palette } from '../kit/palette.js';
import { placeLines } from '../kit/place-lines.js';
import { setText } from '../kit/set-text.js';
import { shapePath } from '../kit/shape-path.js';
import { type Sheet } from '../kit/sheet.js';
import { typeScale } from '../kit/type-scale.js';

type CommandsBlock = Extract<ReportBlock, { kind: 'commands' }>;

/** Commands a reader can type, beside what they show. */
export function writeCommands(sheet: Sheet, { title, text, lines }: CommandsBlock): void {
  const half = grid.span(5) - 14;
  const prose = setText(sheet, text, typeScale.small, half);
  const codeAt = grid.at(5) + 8;
  const codeWidth = grid.right - 14 - codeAt;
  const code = lines.flatMap((line) => setText(sheet, line, typeScale.mono, codeWidth).lines);
  const height = Math.max(18 + prose.height, code.length * 15) + 26;
  sheet.need(height + 10);
  const top = sheet.y;
  sheet.canvas.artifact('Layout', () => sheet.canvas.path(shapePath.rectangle(grid.left, top, grid.body, height), { fill: palette.tint }));
  const words = sheet.canvas.element('P');
  words.draw(() => {
    placeLines(sheet, [title], typeScale.heading3, palette.ink, { x: grid.left + 14, y: top + 12, width: half });
    placeLines(sheet, prose.lines, typeScale.small, palette.text, { x: grid.left + 14, y: top + 30, width: half });
  });
  words.end();
  const element = sheet.canvas.element('Code');
  element.draw(() => void placeLines(sheet, code, { ...typeScale.mono, leading: 15 }, palette.ink, { x: codeAt, y: top + 12, width: codeWidth }));
  element.end();
  sheet.y = top + height + 10;
}
