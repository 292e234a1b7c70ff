import { type ValueFunction } from './value-function.js';

/** The value of a score; `null` outside the anchors, for nothing is clipped. */
export function valueAt(anchors: ValueFunction, score: number): number | null {
  const [first] = anchors;
  const last = anchors[anchors.length - 1];
  if (first === undefined || last === undefined || !(score >= first.at && score <= last.at)) return null;
  for (let index = 1; index < anchors.length; index += 1) {
    const [left, right] = [anchors[index - 1], anchors[index]];
    if (left === undefined || right === undefined || score > right.at) continue;
    return score === right.at ? right.value : left.value + ((score - left.at) / (right.at - left.at)) * (right.value - left.value);
  }
  return first.value;
}
