import { palette } from './palette.js';
import { shapePath } from './shape-path.js';
import { type Sheet } from './sheet.js';

export type SeverityName = 'critical' | 'high' | 'medium' | 'low' | 'info';

const shapes: Readonly<Record<SeverityName, (x: number, y: number, r: number) => string>> = {
  critical: (x, y, r) => shapePath.polygon(Array.from({ length: 8 }, (_, corner) => [x + r * Math.cos(((2 * corner + 1) * Math.PI) / 8), y + r * Math.sin(((2 * corner + 1) * Math.PI) / 8)] as const)),
  high: (x, y, r) => shapePath.polygon([[x, y - r], [x + r * 1.05, y + r * 0.8], [x - r * 1.05, y + r * 0.8]]),
  medium: (x, y, r) => shapePath.polygon([[x, y - r * 1.1], [x + r * 1.1, y], [x, y + r * 1.1], [x - r * 1.1, y]]),
  low: (x, y, r) => shapePath.circle(x, y, r * 0.86),
  info: (x, y, r) => shapePath.rectangle(x - r * 0.74, y - r * 0.74, r * 1.48, r * 1.48),
};

/** A shape of its own for each severity, so that colour is never the only sign: octagon, triangle, diamond, circle, square. */
export function severityMark(sheet: Sheet, severity: SeverityName, x: number, y: number, radius = 4.2): void {
  sheet.canvas.path(shapes[severity](x, y, radius), { fill: palette[severity] });
}
