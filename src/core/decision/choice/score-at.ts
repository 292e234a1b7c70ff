import { type ValueFunction } from './value-function.js';

/** The score that has a value, on the segment nearest to `near`; `null` where no score has it. */
export function scoreAt(anchors: ValueFunction, value: number, near: number): number | null {
  let best: number | null = null;
  for (let index = 1; index < anchors.length; index += 1) {
    const [left, right] = [anchors[index - 1], anchors[index]];
    if (left === undefined || right === undefined || left.value === right.value) continue;
    const along = (value - left.value) / (right.value - left.value);
    if (along < 0 || along > 1) continue;
    const score = left.at + along * (right.at - left.at);
    if (best === null || Math.abs(score - near) < Math.abs(best - near)) best = score;
  }
  return best;
}
