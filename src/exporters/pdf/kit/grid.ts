const width = 595.28;
const height = 841.89;
const left = 58;
const right = width - 58;
const gutter = 12;
const columns = 12;
const column = (right - left - (columns - 1) * gutter) / columns;

/** An A4 page in points: margins and twelve columns. `y` grows downwards. */
export const grid = {
  width,
  height,
  left,
  right,
  top: 84,
  bottom: height - 66,
  body: right - left,
  gutter,
  /** Width of `count` columns with the gutters between them. */
  span: (count: number): number => count * column + (count - 1) * gutter,
  /** Left edge of column `index`, from 0. */
  at: (index: number): number => left + index * (column + gutter),
} as const;
