import { type Problem } from '../inventory/problem.js';
import { jsonPointerOf } from './json-pointer-of.js';
import { type PositionLookup } from './source-position.js';

/** Every member named `__proto__`, which schemas pass over in silence. */
export function prototypeKeyProblems(value: unknown, positions: PositionLookup, path: readonly PropertyKey[] = []): Problem[] {
  if (typeof value !== 'object' || value === null) return [];
  const entries: readonly (readonly [PropertyKey, unknown])[] = Array.isArray(value) ? value.map((item: unknown, index) => [index, item] as const) : Object.entries(value);
  return entries.flatMap(([key, member]) => {
    const at = [...path, key];
    if (key === '__proto__') return [{ ...positions(jsonPointerOf(at), { key: true }), code: 'unknown-key', message: "unknown key '__proto__'; remove it" }];
    return prototypeKeyProblems(member, positions, at);
  });
}
