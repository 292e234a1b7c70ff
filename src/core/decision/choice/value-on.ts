import { type ValueFunction } from './value-function.js';

/** The value function prepared for many scores, all of them within the anchors. */
export function valueOn(anchors: ValueFunction): (score: number) => number {
  const ats = Float64Array.from(anchors, ({ at }) => at);
  const values = Float64Array.from(anchors, ({ value }) => value);
  const last = ats.length - 1;
  return (score) => {
    let right = 1;
    while (right < last && score > (ats[right] ?? 0)) right += 1;
    const atLeft = ats[right - 1] ?? 0;
    const atRight = ats[right] ?? 0;
    const left = values[right - 1] ?? 0;
    const end = values[right] ?? 0;
    return score >= atRight ? end : left + ((score - atLeft) / (atRight - atLeft)) * (end - left);
  };
}
