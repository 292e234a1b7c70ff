import { area, line } from 'd3-shape';
import { type CurvePoints, type ReportBlock } from '../../../core/report/report-block.js';
import { fitLine } from '../kit/fit-line.js';
import { grid } from '../kit/grid.js';
import { linearScale } from '../kit/linear-scale.js';
import { palette } from '../kit/palette.js';
import { placeWord } from '../kit/place-word.js';
import { shapePath } from '../kit/shape-path.js';
import { type Sheet } from '../kit/sheet.js';
import { typeScale } from '../kit/type-scale.js';
import { writeFigure } from '../kit/write-figure.js';

type CurvesBlock = Extract<ReportBlock, { kind: 'curves' }>;

const height = 210;

/** Amounts over months with their bands, each curve named at its end, and where they cross. */
export function writeCurves(sheet: Sheet, block: CurvesBlock): void {
  const { canvas } = sheet;
  const left = grid.left + 46;
  const right = grid.right - 118;
  writeFigure(sheet, {
    height,
    alt: block.alt,
    caption: block.caption,
    draw(top) {
      const x = linearScale([0, block.months], [left, right]);
      const y = linearScale([0, block.most], [top + height - 32, top + 8]);
      for (const { at, label } of block.yTicks) {
        canvas.path(shapePath.line(left, y(at), right, y(at)), { stroke: at === 0 ? palette.ink : palette.hair, lineWidth: at === 0 ? 0.7 : 0.4 });
        placeWord(sheet, label, typeScale.caption, palette.muted, left - 6, y(at) + 2.6, 'end');
      }
      for (const { at, label } of block.xTicks) placeWord(sheet, label, typeScale.caption, palette.muted, x(at), top + height - 20, 'middle');
      placeWord(sheet, block.xTitle, typeScale.caption, palette.muted, (left + right) / 2, top + height - 7, 'middle');
      for (const { low, high, tone } of block.series) canvas.path(bandPath(low, high, x, y), { fill: palette[tone], opacity: 0.16 });
      const ends = namedEnds(block, y);
      block.series.forEach(({ line: points, tone, label }, index) => {
        canvas.path(line<readonly [number, number]>((point) => x(point[0]), (point) => y(point[1]))([...points]) ?? '', { stroke: palette[tone], lineWidth: 1.8 });
        placeWord(sheet, fitLine(sheet, label, typeScale.captionStrong, 110), typeScale.captionStrong, palette[tone], right + 7, ends[index] ?? 0);
      });
      if (block.crossing !== null) drawCrossing(sheet, block, block.crossing, x, y);
    },
  });
}

type Scale = (value: number) => number;

function bandPath(low: CurvePoints, high: CurvePoints, x: Scale, y: Scale): string {
  const points = low.map(([month, amount], index) => ({ month, low: amount, high: high[index]?.[1] ?? amount }));
  return area<(typeof points)[number]>((point) => x(point.month), (point) => y(point.low), (point) => y(point.high))(points) ?? '';
}

/** Where the names of curves stand, pushed apart where they would touch. */
function namedEnds({ series }: CurvesBlock, y: Scale): readonly number[] {
  const ends = series.map(({ line: points }) => y(points.at(-1)?.[1] ?? 0) + 2.6);
  const order = ends.map((_, index) => index).sort((a, b) => (ends[a] ?? 0) - (ends[b] ?? 0));
  order.forEach((index, place) => {
    const above = order[place - 1];
    if (above !== undefined) ends[index] = Math.max(ends[index] ?? 0, (ends[above] ?? 0) + 11);
  });
  return ends;
}

function drawCrossing(sheet: Sheet, { series }: CurvesBlock, { at, label }: NonNullable<CurvesBlock['crossing']>, x: Scale, y: Scale): void {
  const [[, start] = [0, 0], [months, end] = [1, 0]] = series[0]?.line ?? [];
  const amount = start + ((end - start) * at) / months;
  sheet.canvas.path(shapePath.line(x(at), y(0), x(at), y(amount)), { stroke: palette.ink, lineWidth: 0.7, dash: [2, 2] });
  sheet.canvas.path(shapePath.circle(x(at), y(amount), 3.6), { fill: palette.paper, stroke: palette.ink, lineWidth: 1.4 });
  placeWord(sheet, label, typeScale.captionStrong, palette.ink, x(at), y(amount) - 12, 'middle');
}
