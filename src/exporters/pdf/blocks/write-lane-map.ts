import { type ReportBlock } from '../../../core/report/report-block.js';
import { fitLine } from '../kit/fit-line.js';
import { grid } from '../kit/grid.js';
import { palette } from '../kit/palette.js';
import { placeLines } from '../kit/place-lines.js';
import { placeWord } from '../kit/place-word.js';
import { shapePath } from '../kit/shape-path.js';
import { type Sheet } from '../kit/sheet.js';
import { typeScale } from '../kit/type-scale.js';
import { writeFigure } from '../kit/write-figure.js';

type LaneMapBlock = Extract<ReportBlock, { kind: 'laneMap' }>;

const sourceWidth = grid.span(4);
const laneLeft = grid.at(6) - 18;
const boxInset = 12;
const boxHeight = 24.5;
const boxGap = 4;
const laneHead = 20;
const laneGap = 6;

interface PlacedNode {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Systems at the left, recipients at the right in a band for each jurisdiction, and the flows between them. */
export function writeLaneMap(sheet: Sheet, block: LaneMapBlock): void {
  const [origin, ...lanes] = block.lanes;
  if (origin === undefined) return;
  const nodesIn = (lane: string): LaneMapBlock['nodes'] => block.nodes.filter((node) => node.lane === lane);
  const laneHeights = lanes.map(({ id }) => laneHead + nodesIn(id).length * (boxHeight + boxGap) + 5);
  const right = laneHeights.reduce((sum, height) => sum + height + laneGap, -laneGap);
  const left = laneHead + nodesIn(origin.id).length * (boxHeight + boxGap) + 5;
  const height = Math.max(left, right);
  writeFigure(sheet, {
    height: height + 22,
    alt: block.alt,
    caption: block.caption,
    draw(top) {
      const placed = new Map<string, PlacedNode>();
      drawLane(sheet, origin, grid.left, top, sourceWidth, height);
      placeNodes(placed, nodesIn(origin.id), grid.left, top + (height - left) / 2, sourceWidth);
      let y = top + (height - right) / 2;
      lanes.forEach((lane, index) => {
        drawLane(sheet, lane, laneLeft, y, grid.right - laneLeft, laneHeights[index] ?? 0);
        placeNodes(placed, nodesIn(lane.id), laneLeft, y, grid.right - laneLeft);
        y += (laneHeights[index] ?? 0) + laneGap;
      });
      drawFlows(sheet, block, placed);
      for (const node of block.nodes) drawNode(sheet, node, placed.get(node.id), block);
      drawLegend(sheet, block, top + height + 14);
    },
  });
}

function drawLane(sheet: Sheet, { title, note, tone }: LaneMapBlock['lanes'][number], x: number, y: number, width: number, height: number): void {
  sheet.canvas.path(shapePath.rectangle(x, y, width, height), { fill: palette[`${tone}Tint`] });
  sheet.canvas.path(shapePath.rectangle(x, y, width, 2), { fill: palette[tone] });
  const taken = placeWord(sheet, title, typeScale.cellStrong, palette[tone], x + boxInset, y + 14.5);
  placeWord(sheet, note, typeScale.caption, palette.text, x + boxInset + taken + 7, y + 14.5);
}

function placeNodes(placed: Map<string, PlacedNode>, nodes: LaneMapBlock['nodes'], x: number, y: number, width: number): void {
  nodes.forEach(({ id }, index) => placed.set(id, { x: x + boxInset, y: y + laneHead + index * (boxHeight + boxGap), width: width - 2 * boxInset }));
}

function drawNode(sheet: Sheet, { title, note, lane }: LaneMapBlock['nodes'][number], place: PlacedNode | undefined, { lanes }: LaneMapBlock): void {
  if (place === undefined) return;
  const tone = lanes.find(({ id }) => id === lane)?.tone ?? 'open';
  sheet.canvas.path(shapePath.rounded(place.x, place.y, place.width, boxHeight, 2.5), { fill: palette.paper, stroke: palette[tone], lineWidth: 0.8 });
  const width = place.width - 16;
  placeLines(sheet, [fitLine(sheet, title, typeScale.captionStrong, width)], typeScale.captionStrong, palette.ink, { x: place.x + 8, y: place.y + 2.4, width });
  placeLines(sheet, [fitLine(sheet, note, typeScale.caption, width)], typeScale.caption, palette.muted, { x: place.x + 8, y: place.y + 12, width });
}

function drawFlows(sheet: Sheet, { flows }: LaneMapBlock, placed: ReadonlyMap<string, PlacedNode>): void {
  const order = { home: 0, open: 1, away: 2 } as const;
  const outgoing = counter(flows.map(({ from }) => from));
  const incoming = counter(flows.map(({ to }) => to));
  for (const { from, to, tone } of [...flows].sort((a, b) => order[a.tone] - order[b.tone])) {
    const source = placed.get(from);
    const target = placed.get(to);
    if (source === undefined || target === undefined) continue;
    const x1 = source.x + source.width;
    const y1 = source.y + boxHeight * outgoing(from);
    const x2 = target.x;
    const y2 = target.y + boxHeight * incoming(to);
    const bend = (x2 - x1) * 0.5;
    sheet.canvas.path(`M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2 - 5} ${y2}`, { stroke: palette[tone], lineWidth: tone === 'away' ? 1.2 : 0.9, ...(tone === 'away' ? { dash: [4, 2.4] as const } : tone === 'open' ? { dash: [1.2, 2] as const } : {}) });
    sheet.canvas.path(shapePath.polygon([[x2, y2], [x2 - 5.5, y2 - 2.6], [x2 - 5.5, y2 + 2.6]]), { fill: palette[tone] });
  }
}

/** Spreads the ends of flows over the side of a box: the n-th of k at n / (k + 1). */
function counter(ids: readonly string[]): (id: string) => number {
  const total = new Map<string, number>();
  for (const id of ids) total.set(id, (total.get(id) ?? 0) + 1);
  const used = new Map<string, number>();
  return (id) => {
    const next = (used.get(id) ?? 0) + 1;
    used.set(id, next);
    return next / ((total.get(id) ?? 0) + 1);
  };
}

function drawLegend(sheet: Sheet, { legend }: LaneMapBlock, baseline: number): void {
  let x: number = grid.left;
  for (const tone of ['home', 'open', 'away'] as const) {
    sheet.canvas.path(shapePath.line(x, baseline - 2.5, x + 22, baseline - 2.5), { stroke: palette[tone], lineWidth: 1.2, ...(tone === 'away' ? { dash: [4, 2.4] as const } : tone === 'open' ? { dash: [1.2, 2] as const } : {}) });
    x += 27 + placeWord(sheet, legend[tone], typeScale.caption, palette.text, x + 27, baseline) + 18;
  }
}
