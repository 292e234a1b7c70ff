/** Shapes as SVG path data. Lengths in points. */
export const shapePath = {
  rectangle: (x: number, y: number, width: number, height: number): string => `M${n(x)} ${n(y)}h${n(width)}v${n(height)}h${n(-width)}z`,
  line: (x1: number, y1: number, x2: number, y2: number): string => `M${n(x1)} ${n(y1)}L${n(x2)} ${n(y2)}`,
  polygon: (points: readonly (readonly [number, number])[]): string => `M${points.map(([x, y]) => `${n(x)} ${n(y)}`).join('L')}z`,
  polyline: (points: readonly (readonly [number, number])[]): string => `M${points.map(([x, y]) => `${n(x)} ${n(y)}`).join('L')}`,
  circle: (x: number, y: number, r: number): string => `M${n(x - r)} ${n(y)}${arc(r, 2 * r, 0)}${arc(r, -2 * r, 0)}z`,
  rounded: (x: number, y: number, width: number, height: number, r: number): string =>
    `M${n(x + r)} ${n(y)}h${n(width - 2 * r)}${arc(r, r, r)}v${n(height - 2 * r)}${arc(r, -r, r)}h${n(2 * r - width)}${arc(r, -r, -r)}v${n(2 * r - height)}${arc(r, r, -r)}z`,
  /** A box rounded on its left side only, such as the bar of a card. */
  roundedLeft: (x: number, y: number, width: number, height: number, r: number): string => `M${n(x + width)} ${n(y)}v${n(height)}h${n(r - width)}${arc(r, -r, -r)}v${n(2 * r - height)}${arc(r, r, -r)}z`,
} as const;

function arc(r: number, dx: number, dy: number): string {
  return `a${n(r)} ${n(r)} 0 0 1 ${n(dx)} ${n(dy)}`;
}

/** A thousandth of a point is finer than any printer, and short numbers make small files. */
function n(value: number): number {
  return Math.round(value * 1000) / 1000;
}
