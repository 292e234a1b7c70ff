import { type PageImage } from './page-image.js';

/** Edge of the squares whose mean greys are compared: a line of text or so, so that how edges are smoothed does not count. */
const edge = 4;
const tolerance = 22;

/** Part of a page, from 0 to 1, whose squares are darker or lighter than in the other. */
export function differingPart(a: PageImage, b: PageImage): number {
  if (a.width !== b.width || a.height !== b.height) return 1;
  let squares = 0;
  let differing = 0;
  for (let top = 0; top + edge <= a.height; top += edge) {
    for (let left = 0; left + edge <= a.width; left += edge) {
      squares += 1;
      if (Math.abs(meanAt(a, left, top) - meanAt(b, left, top)) > tolerance) differing += 1;
    }
  }
  return differing / squares;
}

function meanAt({ width, pixels }: PageImage, left: number, top: number): number {
  let sum = 0;
  for (let y = top; y < top + edge; y += 1) for (let x = left; x < left + edge; x += 1) sum += pixels[y * width + x] ?? 0;
  return sum / edge ** 2;
}
