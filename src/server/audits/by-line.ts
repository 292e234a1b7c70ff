import { byCodeUnit } from '../../core/inventory/by-code-unit.js';
import { type Problem } from '../../core/inventory/problem.js';

/** The order of problems that are found in no certain order. */
export function byLine(a: Problem, b: Problem): number {
  return byCodeUnit(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0) || byCodeUnit(a.message, b.message);
}
