import { type ReportCover, type ReportModel } from '../../core/report/report-model.js';
import { drawLogo } from './draw-logo.js';
import { drawMap } from './draw-map.js';
import { grid } from './kit/grid.js';
import { palette } from './kit/palette.js';
import { placeLines } from './kit/place-lines.js';
import { placeWord } from './kit/place-word.js';
import { setText } from './kit/set-text.js';
import { severityMark } from './kit/severity-mark.js';
import { shapePath } from './kit/shape-path.js';
import { type Sheet } from './kit/sheet.js';
import { typeScale } from './kit/type-scale.js';
import { type WorldMap } from './report-assets.js';

const bandFoot = 520;
const cardFoot = 592;
const countsAt = grid.at(9) - 58;
const undecidedEnd = grid.right - 14;

/** The first page: what was audited, the answer, the counts, and what the file can be checked by. */
export function drawCover(sheet: Sheet, model: ReportModel, world: WorldMap): void {
  const { canvas } = sheet;
  const { cover, brand } = model;
  canvas.artifact('Layout', () => {
    canvas.gradient({ x: 0, y: 0, width: grid.width, height: bandFoot }, palette.night, palette.dusk);
    canvas.path(shapePath.rectangle(grid.left, 74, 26, 3), { fill: palette.glow });
    if (brand?.accent !== undefined) canvas.path(shapePath.rectangle(0, bandFoot, grid.width, 5), { fill: brand.accent });
  });
  if (brand !== null) drawLogo(sheet, brand, grid.left, 24);
  drawTitle(sheet, model);
  const map = canvas.element('Figure', { alt: cover.mapAlt, bbox: [0, 205, grid.width, bandFoot] });
  map.draw(() => drawMap(sheet, cover, world, { x: 0, y: 205, width: grid.width, height: bandFoot - 205 }));
  map.end();
  drawConclusion(sheet, cover);
  drawDetails(sheet, cover);
  drawDigest(sheet, cover);
}

function drawTitle(sheet: Sheet, { cover, draft }: ReportModel): void {
  const width = grid.span(11);
  sheet.mark('cover', 90);
  const overline = sheet.canvas.element('P');
  overline.draw(() => {
    placeLines(sheet, [cover.overline.toUpperCase()], typeScale.overline, palette.mist, { x: grid.left, y: 90, width });
    if (draft !== null) {
      const at = grid.right - sheet.widthOf(draft, typeScale.overline) - 8;
      sheet.canvas.path(shapePath.rounded(at - 8, 87, sheet.widthOf(draft, typeScale.overline) + 16, 15, 3), { stroke: palette.ember, lineWidth: 0.9 });
      placeWord(sheet, draft, typeScale.overline, palette.ember, at, 97.4);
    }
  });
  overline.end();
  const title = firstLines(setText(sheet, cover.title, typeScale.display, width).lines, 2);
  const heading = sheet.canvas.element('H1');
  heading.draw(() => {
    sheet.y = placeLines(sheet, title, typeScale.display, palette.paper, { x: grid.left, y: 112, width });
  });
  heading.end();
  const subtitle = firstLines(setText(sheet, cover.subtitle, typeScale.subtitle, grid.span(8)).lines, 2);
  const line = sheet.canvas.element('P');
  line.draw(() => void placeLines(sheet, subtitle, typeScale.subtitle, palette.mist, { x: grid.left, y: sheet.y + 5, width }));
  line.end();
}

function drawConclusion(sheet: Sheet, cover: ReportCover): void {
  const { canvas } = sheet;
  const width = countsAt - grid.left - 48;
  const verdict = firstLines(setText(sheet, cover.conclusion, typeScale.verdict, width).lines, 5);
  const note = firstLines(setText(sheet, cover.note, typeScale.small, width).lines, 3);
  const height = Math.max(40 + verdict.length * typeScale.verdict.leading + note.length * typeScale.small.leading + 22, cover.counts.length * 20 + 54);
  const top = cardFoot - height;
  canvas.artifact('Layout', () => {
    canvas.path(shapePath.rounded(grid.left, top, grid.body, height, 4), { fill: palette.paper, stroke: palette.rule, lineWidth: 0.7 });
    canvas.path(shapePath.roundedLeft(grid.left, top, 5, height, 4), { fill: palette[cover.tone] });
    canvas.path(shapePath.line(countsAt, top + 20, countsAt, cardFoot - 20), { stroke: palette.rule, lineWidth: 0.6 });
  });
  const words = canvas.element('P');
  words.draw(() => {
    placeLines(sheet, [cover.conclusionLabel.toUpperCase()], typeScale.overline, palette[cover.tone], { x: grid.left + 24, y: top + 17, width });
    const y = placeLines(sheet, verdict, typeScale.verdict, palette.ink, { x: grid.left + 24, y: top + 32, width });
    placeLines(sheet, note, typeScale.small, palette.text, { x: grid.left + 24, y: y + 5, width });
  });
  words.end();
  const first = (top + cardFoot) / 2 - ((cover.counts.length - 1) * 20) / 2 + 11;
  const failsEnd = undecidedEnd - Math.max(54, sheet.widthOf(cover.countTitles.undecided, typeScale.caption) + 14);
  const counts = canvas.element('P');
  counts.draw(() => {
    placeWord(sheet, cover.countTitles.fails, typeScale.caption, palette.muted, failsEnd, first - 19, 'end');
    placeWord(sheet, cover.countTitles.undecided, typeScale.caption, palette.muted, undecidedEnd, first - 19, 'end');
    cover.counts.forEach(({ severity, word, fails, undecided }, index) => {
      const y = first + index * 20;
      severityMark(sheet, severity, countsAt + 20, y - 3, 4.2);
      placeWord(sheet, word, typeScale.cell, palette.text, countsAt + 32, y);
      placeWord(sheet, fails, { ...typeScale.cellStrong, tabular: true }, palette.ink, failsEnd, y, 'end');
      placeWord(sheet, undecided, { ...typeScale.cell, tabular: true }, palette.muted, undecidedEnd, y, 'end');
    });
  });
  counts.end();
}

function drawDetails(sheet: Sheet, { details }: ReportCover): void {
  let cell = 0;
  for (const { label, value, wide } of details) {
    const cells = wide === true ? 2 : 1;
    if (cell + cells > 8) break;
    const width = grid.span(3 * cells);
    const x = grid.at((cell % 4) * 3);
    const y = 616 + Math.floor(cell / 4) * 63;
    cell += cells;
    sheet.canvas.artifact('Layout', () => sheet.canvas.path(shapePath.line(x, y, x + width, y), { stroke: palette.ink, lineWidth: 0.8 }));
    const element = sheet.canvas.element('P');
    element.draw(() => {
      placeLines(sheet, [label], typeScale.caption, palette.muted, { x, y: y + 5, width });
      placeLines(sheet, firstLines(setText(sheet, value, typeScale.small, width).lines, 3), typeScale.small, palette.ink, { x, y: y + 17, width });
    });
    element.end();
  }
}

function drawDigest(sheet: Sheet, { digestLabel, digest, disclaimer }: ReportCover): void {
  const top = 744;
  sheet.canvas.artifact('Layout', () => sheet.canvas.path(shapePath.rectangle(grid.left, top, grid.body, 42), { fill: palette.tint }));
  const element = sheet.canvas.element('P');
  element.draw(() => {
    placeLines(sheet, [digestLabel], typeScale.caption, palette.muted, { x: grid.left + 12, y: top + 8, width: grid.body });
    placeLines(sheet, [digest], typeScale.mono, palette.ink, { x: grid.left + 12, y: top + 22, width: grid.body });
  });
  element.end();
  const note = sheet.canvas.element('P');
  note.draw(() => void placeLines(sheet, firstLines(setText(sheet, disclaimer, typeScale.caption, grid.body).lines, 2), typeScale.caption, palette.muted, { x: grid.left, y: top + 49, width: grid.body }));
  note.end();
}

/** Long names are cut on the cover; they stand whole in the sections. */
function firstLines(lines: readonly string[], most: number): readonly string[] {
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), `${lines[most - 1] ?? ''} …`];
}
