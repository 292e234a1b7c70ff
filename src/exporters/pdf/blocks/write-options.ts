import { type ReportBlock } from '../../../core/report/report-block.js';
import { fitLine } from '../kit/fit-line.js';
import { grid } from '../kit/grid.js';
import { outcomeMark } from '../kit/outcome-mark.js';
import { palette } from '../kit/palette.js';
import { placeLines, type TextBox } from '../kit/place-lines.js';
import { placeWord } from '../kit/place-word.js';
import { setText, type SetText } from '../kit/set-text.js';
import { severityMark } from '../kit/severity-mark.js';
import { shapePath } from '../kit/shape-path.js';
import { type Sheet } from '../kit/sheet.js';
import { typeScale } from '../kit/type-scale.js';

type OptionsBlock = Extract<ReportBlock, { kind: 'options' }>;
type Option = OptionsBlock['items'][number];

const ruleAt = grid.at(4);
const mostRule = 58;
const nameWidth = grid.span(4) - 26;

const colours: Readonly<Record<string, { readonly bar: string; readonly tint: string }>> = {
  pass: { bar: palette.home, tint: palette.homeTint },
  fail: { bar: palette.critical, tint: palette.criticalTint },
  unknown: { bar: palette.medium, tint: palette.mediumTint },
};

/** One panel for each way to serve a purpose: whether it is admissible, and what breaks it. */
export function writeOptions(sheet: Sheet, { items }: OptionsBlock): void {
  for (const item of items) writeOption(sheet, item);
  sheet.y += 4;
}

function writeOption(sheet: Sheet, option: Option): void {
  const title = setText(sheet, option.title, typeScale.heading3, nameWidth);
  const about = setText(sheet, option.about, typeScale.caption, nameWidth);
  const textAt = ruleAt + 28 + Math.min(mostRule, Math.max(34, ...option.reasons.map(({ rule }) => sheet.widthOf(rule, typeScale.cellStrong))));
  const textWidth = grid.right - 10 - textAt;
  const reasons = option.reasons.map((reason) => ({ ...reason, set: setText(sheet, reason.text, typeScale.small, textWidth) }));
  const listHeight = reasons.length === 0 ? typeScale.small.leading : reasons.reduce((sum, { set }) => sum + set.height + 3, 0);
  const height = Math.max(title.height + about.height + 26, listHeight + 4) + 16;
  sheet.need(height + 8);
  const top = sheet.y;
  const look = colours[option.outcome] ?? { bar: palette.muted, tint: palette.tint };
  sheet.canvas.artifact('Layout', () => {
    sheet.canvas.path(shapePath.rectangle(grid.left, top, grid.span(4) - 2, height), { fill: look.tint });
    sheet.canvas.path(shapePath.rectangle(grid.left, top, 4, height), { fill: look.bar });
    sheet.canvas.path(shapePath.line(grid.left, top + height, grid.right, top + height), { stroke: palette.rule, lineWidth: 0.4 });
  });
  const name = sheet.canvas.element('P');
  name.draw(() => {
    let y = placeLines(sheet, title.lines, typeScale.heading3, palette.ink, { x: grid.left + 14, y: top + 8, width: nameWidth });
    y = placeLines(sheet, about.lines, typeScale.caption, palette.text, { x: grid.left + 14, y: y + 1, width: nameWidth });
    outcomeMark(sheet, option.outcome, grid.left + 18.5, y + 10, 4.4);
    placeWord(sheet, option.answer, typeScale.cellStrong, look.bar, grid.left + 28, y + 13);
  });
  name.end();
  writeReasons(sheet, option.none, reasons, { x: textAt, y: top + 8, width: textWidth });
  sheet.y = top + height + 6;
}

function writeReasons(sheet: Sheet, none: string, reasons: readonly (Option['reasons'][number] & { readonly set: SetText })[], box: TextBox): void {
  const element = sheet.canvas.element('P');
  element.draw(() => {
    if (reasons.length === 0) placeLines(sheet, [none], typeScale.small, palette.text, { ...box, x: ruleAt + 8 });
    let { y } = box;
    for (const { severity, rule, set } of reasons) {
      severityMark(sheet, severity, ruleAt + 12, y + 5.7, 3.6);
      placeWord(sheet, fitLine(sheet, rule, typeScale.cellStrong, mostRule), typeScale.cellStrong, palette.ink, ruleAt + 20, y + 8.4);
      y = placeLines(sheet, set.lines, typeScale.small, palette.text, { ...box, y }) + 3;
    }
  });
  element.end();
}
