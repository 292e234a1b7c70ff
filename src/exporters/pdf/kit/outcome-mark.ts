import { palette } from './palette.js';
import { shapePath } from './shape-path.js';
import { type Sheet } from './sheet.js';

export type OutcomeName = 'pass' | 'fail' | 'unknown' | 'not-applicable' | 'error' | 'waived' | 'not-tested';

const colours: Readonly<Record<OutcomeName, string>> = { pass: palette.home, fail: palette.critical, unknown: palette.medium, 'not-applicable': palette.muted, error: palette.away, waived: palette.low, 'not-tested': palette.muted };

/** A sign of its own for each outcome: tick, cross, ring with a gap, dash, bar, half disc, open ring. */
export function outcomeMark(sheet: Sheet, outcome: OutcomeName, x: number, y: number, radius = 4.2): void {
  const colour = colours[outcome];
  const { canvas } = sheet;
  const line = (points: readonly (readonly [number, number])[], stroke: string): void =>
    canvas.path(shapePath.polyline(points.map(([dx, dy]) => [x + dx * radius, y + dy * radius] as const)), { stroke, lineWidth: radius * 0.3 });
  const disc = (): void => canvas.path(shapePath.circle(x, y, radius), { fill: colour });
  switch (outcome) {
    case 'pass':
      disc();
      return line([[-0.45, 0.02], [-0.12, 0.38], [0.48, -0.35]], palette.paper);
    case 'fail':
      canvas.path(shapePath.rectangle(x - radius * 0.9, y - radius * 0.9, radius * 1.8, radius * 1.8), { fill: colour });
      line([[-0.42, -0.42], [0.42, 0.42]], palette.paper);
      return line([[-0.42, 0.42], [0.42, -0.42]], palette.paper);
    case 'unknown':
      canvas.path(shapePath.polygon([[x, y - radius * 1.1], [x + radius * 1.1, y], [x, y + radius * 1.1], [x - radius * 1.1, y]]), { fill: colour });
      line([[0, -0.5], [0, 0.15]], palette.paper);
      return line([[0, 0.35], [0, 0.55]], palette.paper);
    case 'error':
      canvas.path(shapePath.polygon([[x, y - radius], [x + radius * 1.05, y + radius * 0.8], [x - radius * 1.05, y + radius * 0.8]]), { fill: colour });
      return line([[0, -0.4], [0, 0.5]], palette.paper);
    case 'waived':
      canvas.path(shapePath.circle(x, y, radius * 0.88), { stroke: colour, lineWidth: radius * 0.26 });
      return line([[-0.5, 0], [0.5, 0]], colour);
    case 'not-applicable':
      return line([[-0.6, 0], [0.6, 0]], colour);
    case 'not-tested':
      return canvas.path(shapePath.circle(x, y, radius * 0.8), { stroke: colour, lineWidth: radius * 0.26, dash: [1.2, 1.2] });
  }
}
