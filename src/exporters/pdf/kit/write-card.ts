import { fitLine } from './fit-line.js';
import { grid } from './grid.js';
import { palette } from './palette.js';
import { placeLines } from './place-lines.js';
import { placeWord } from './place-word.js';
import { setText } from './set-text.js';
import { severityMark, type SeverityName } from './severity-mark.js';
import { shapePath } from './shape-path.js';
import { type Sheet } from './sheet.js';
import { type TextStyle } from './text-style.js';
import { typeScale } from './type-scale.js';

export interface CardPart {
  readonly label: string;
  readonly text: string;
  readonly accent?: boolean;
  readonly mono?: boolean;
}

export interface Card {
  readonly id: string;
  readonly severity: SeverityName;
  readonly severityWord: string;
  readonly number: string;
  readonly about: string;
  readonly status: string;
  readonly title: string;
  readonly parts: readonly CardPart[];
  readonly references: { readonly label: string; readonly items: readonly { readonly text: string; readonly target: string }[]; readonly note: string; readonly aside: string };
  readonly goTo: (text: string) => string;
}

const bar = 4;
const inset = 18;
const labelWidth = 74;
const headHeight = 24;
const left = grid.left + inset;
const bodyWidth = grid.body - inset - 14;
const textWidth = bodyWidth - labelWidth;
const partGap = 5;

interface SetPart extends CardPart {
  readonly lines: readonly string[];
  readonly style: TextStyle;
  readonly height: number;
}

/** One finding on a card: it stays on one page where a page can hold it, and goes on in a second frame where not. */
export function writeCard(sheet: Sheet, card: Card): void {
  const title = setText(sheet, card.title, typeScale.heading2, bodyWidth);
  const parts = card.parts.map((part): SetPart => {
    const style = part.mono === true ? typeScale.mono : typeScale.body;
    const set = setText(sheet, part.text, style, textWidth);
    return { ...part, style, lines: set.lines, height: Math.max(set.height, typeScale.body.leading) + partGap };
  });
  const footer = setFooter(sheet, card);
  const height = headHeight + 9 + title.height + 6 + parts.reduce((sum, part) => sum + part.height, 0) + footer.height;
  sheet.need(Math.min(height + 14, grid.bottom - grid.top));
  sheet.mark(card.id);
  sheet.canvas.group('Sect', { title: `${card.number} ${card.title}` }, () => {
    frame(sheet, card.severity, Math.min(height, sheet.room()), true);
    writeHead(sheet, card, title.lines);
    for (const part of parts) writePart(sheet, card, part, height);
    if (footer.height > sheet.room()) continueFrame(sheet, card.severity, footer.height + 10);
    writeFooter(sheet, card, footer.rows);
  });
  sheet.y += 14;
}

function frame(sheet: Sheet, severity: SeverityName, height: number, head: boolean): void {
  const { canvas, y } = sheet;
  canvas.artifact('Layout', () => {
    if (head) canvas.path(shapePath.rectangle(grid.left + 2, y, grid.body - 2, headHeight), { fill: palette[`${severity}Tint`] });
    canvas.path(shapePath.rounded(grid.left, y, grid.body, height, 3.5), { stroke: palette.rule, lineWidth: 0.7 });
    canvas.path(shapePath.roundedLeft(grid.left, y, bar, height, 3.5), { fill: palette[severity] });
  });
}

function continueFrame(sheet: Sheet, severity: SeverityName, height: number): void {
  sheet.beginPage();
  frame(sheet, severity, Math.min(height, sheet.room()), false);
  sheet.y += 10;
}

function writeHead(sheet: Sheet, card: Card, title: readonly string[]): void {
  const { canvas, y } = sheet;
  const element = canvas.element('P');
  element.draw(() => {
    const baseline = y + 15;
    severityMark(sheet, card.severity, left + 4.5, y + 12);
    let x = left + 15;
    x += placeWord(sheet, card.severityWord, typeScale.cellStrong, palette[card.severity], x, baseline) + 12;
    x += placeWord(sheet, card.number, typeScale.cellStrong, palette.ink, x, baseline) + 12;
    const statusWidth = sheet.widthOf(card.status, typeScale.cell);
    placeWord(sheet, fitLine(sheet, card.about, typeScale.cell, grid.right - 14 - statusWidth - 12 - x), typeScale.cell, palette.text, x, baseline);
    placeWord(sheet, card.status, typeScale.cell, palette.text, grid.right - 14, baseline, 'end');
  });
  element.end();
  sheet.y += headHeight + 9;
  const heading = canvas.element('H3');
  heading.draw(() => {
    sheet.y = placeLines(sheet, title, typeScale.heading2, palette.ink, { x: left, y: sheet.y, width: bodyWidth }) + 6;
  });
  heading.end();
}

function writePart(sheet: Sheet, card: Card, part: SetPart, cardHeight: number): void {
  let { lines } = part;
  const element = sheet.canvas.element('P');
  for (let first = true; lines.length > 0; first = false) {
    if (sheet.room() < part.style.leading + partGap) continueFrame(sheet, card.severity, cardHeight);
    const fits = Math.max(1, Math.floor((sheet.room() - partGap) / part.style.leading));
    const here = lines.slice(0, fits);
    const top = sheet.y;
    element.draw(() => {
      if (first) placeLines(sheet, [part.label], typeScale.label, part.accent === true ? palette.home : palette.muted, { x: left, y: top, width: labelWidth });
      sheet.y = placeLines(sheet, here, part.style, palette.ink, { x: left + labelWidth, y: top + (part.mono === true ? 1.5 : 0), width: textWidth });
    });
    lines = lines.slice(fits);
  }
  element.end();
  sheet.y += partGap;
}

type ReferenceRow = readonly { readonly text: string; readonly target: string; readonly x: number; readonly width: number }[];

function setFooter(sheet: Sheet, { references }: Card): { readonly rows: readonly ReferenceRow[]; readonly height: number } {
  const rows: { text: string; target: string; x: number; width: number }[][] = [[]];
  let x = 0;
  const limit = textWidth - sheet.widthOf(references.aside, typeScale.caption) - 16;
  for (const { text, target } of references.items) {
    const width = sheet.widthOf(text, typeScale.mono);
    if (x > 0 && x + width > limit) {
      rows.push([]);
      x = 0;
    }
    rows.at(-1)?.push({ text, target, x, width });
    x += width + 12;
  }
  return { rows, height: 8 + rows.length * typeScale.mono.leading + 2 + typeScale.caption.leading + 9 };
}

function writeFooter(sheet: Sheet, { references, goTo }: Card, rows: readonly ReferenceRow[]): void {
  const { canvas } = sheet;
  const top = sheet.y + 8;
  canvas.artifact('Layout', () => canvas.path(shapePath.line(left, sheet.y + 2, grid.right - 14, sheet.y + 2), { stroke: palette.rule, lineWidth: 0.5 }));
  const element = canvas.element('P');
  element.draw(() => void placeLines(sheet, [references.label], typeScale.caption, palette.muted, { x: left, y: top, width: labelWidth }));
  rows.forEach((row, index) => {
    const y = top + index * typeScale.mono.leading;
    for (const { text, target, x, width } of row) {
      const at = left + labelWidth + x;
      const draw = (): void => void placeLines(sheet, [text], typeScale.mono, palette.home, { x: at, y, width });
      if (sheet.plan.pageOf.has(target)) element.link(target, goTo(text), { x: at, y, width, height: typeScale.mono.leading }, draw);
      else element.draw(draw);
    }
  });
  sheet.y = top + rows.length * typeScale.mono.leading + 2;
  element.draw(() => {
    placeLines(sheet, [references.aside], typeScale.caption, palette.text, { x: left, y: top, width: bodyWidth, align: 'right' });
    sheet.y = placeLines(sheet, [references.note], typeScale.caption, palette.muted, { x: left + labelWidth, y: sheet.y, width: textWidth }) + 9;
  });
  element.end();
}
