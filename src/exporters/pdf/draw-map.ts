import { type ReportCover } from '../../core/report/report-model.js';
import { dottedWorld } from './dotted-world.js';
import { palette } from './kit/palette.js';
import { shapePath } from './kit/shape-path.js';
import { type Sheet } from './kit/sheet.js';
import { type WorldMap } from './report-assets.js';

const step = 6.4;

/** The world in dots with the flows of the audit on it: home countries lit, what leaves them in a colour and a line of its own. */
export function drawMap(sheet: Sheet, { routes, home }: ReportCover, world: WorldMap, box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }): void {
  const { canvas } = sheet;
  if (!canvas.draws) return;
  const ends = routes.flatMap(({ from, to }) => [from, to]);
  const { dots, placeOf } = dottedWorld(world, ends, box, step);
  const lit = new Set(home);
  const touched = new Set(routes.filter(({ tone }) => tone === 'away').flatMap(({ to }) => to));
  const dotsOf = (wanted: (code: string) => boolean): string => dots.filter(({ code }) => wanted(code)).map(({ x, y }) => `M${x.toFixed(1)} ${y.toFixed(1)}h0.01`).join('');
  const layers = [
    { path: dotsOf((code) => !lit.has(code) && !touched.has(code)), stroke: palette.star, lineWidth: 1.7 },
    { path: dotsOf((code) => touched.has(code) && !lit.has(code)), stroke: palette.mist, lineWidth: 2.1 },
    { path: dotsOf((code) => lit.has(code)), stroke: palette.glow, lineWidth: 2.5 },
  ];
  for (const { path, stroke, lineWidth } of layers) if (path !== '') canvas.path(path, { stroke, lineWidth, roundCap: true });
  for (const { from, to, tone } of routes) {
    const start = placeOf(from);
    const end = placeOf(to);
    if (start === undefined || end === undefined) continue;
    const colour = tone === 'away' ? palette.ember : palette.glow;
    if (from !== to) canvas.path(arcPath(start, end), { stroke: colour, lineWidth: 1.2, ...(tone === 'away' ? { dash: [3.2, 2.6] as const } : {}) });
    marker(sheet, end, colour);
    marker(sheet, start, palette.glow);
  }
}

function arcPath([x1, y1]: readonly [number, number], [x2, y2]: readonly [number, number]): string {
  const lift = Math.hypot(x2 - x1, y2 - y1) * 0.22;
  return `M${x1.toFixed(2)} ${y1.toFixed(2)}Q${((x1 + x2) / 2).toFixed(2)} ${((y1 + y2) / 2 - lift).toFixed(2)} ${x2.toFixed(2)} ${y2.toFixed(2)}`;
}

function marker(sheet: Sheet, [x, y]: readonly [number, number], colour: string): void {
  sheet.canvas.path(shapePath.circle(x, y, 4.6), { fill: palette.night, stroke: colour, lineWidth: 1.1 });
  sheet.canvas.path(shapePath.circle(x, y, 1.9), { fill: colour });
}
