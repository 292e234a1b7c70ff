import { type FactUse } from './subject-view.js';

/** From the path of a value to the paths of what is concluded from it. */
export type Conclusions = Readonly<Record<string, readonly string[]>>;

/** The facts behind values, noted again under what is concluded from them, so that a rule that reads a conclusion is seen to lean on them. */
export function carryFacts(uses: readonly FactUse[], conclusions: Conclusions): FactUse[] {
  const carried = new Map<string, FactUse>();
  for (const use of uses) {
    for (const path of Object.hasOwn(conclusions, use.path) ? (conclusions[use.path] ?? []) : []) carried.set(`${path} ${use.fact} ${use.state}`, { ...use, path });
  }
  return [...carried.values()];
}
