import { type MalformedFile } from './malformed-file.js';
import { type WeightsProblem } from './weights-report.js';

/** The problem that a reader's refusal amounts to. */
export function problemOf(error: MalformedFile): WeightsProblem {
  return { code: error.code, bearing: error.bearing, message: error.message };
}
