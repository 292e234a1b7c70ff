import { type ValueFunction } from './value-function.js';

/** The value of a score; `null` outside the anchors, for nothing is clipped. */
export function valueAt(anchors: ValueFunction, score: number): number | null {
  let left = anchors[0];
  if (left === undefined || !(score >= left.at)) return null;
  if (score === left.at) return left.value;
  for (let index = 1; index < anchors.length; index += 1) {
    const right = anchors[index];
    if (right === undefined) return null;
    if (score === right.at) return right.value;
    if (score < right.at) return left.value + ((score - left.at) / (right.at - left.at)) * (right.value - left.value);
    left = right;
  }
  return null;
}
