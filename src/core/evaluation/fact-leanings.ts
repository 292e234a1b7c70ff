import { type FactUse, type SubjectKind } from '../exposure/subject-view.js';
import { type BoundPacks, type BoundRule } from './bound-packs.js';

/** Which rules lean on which reference facts, worked out once per path of a fact. */
export interface FactLeanings {
  /** Rules of a kind that read the path, or something above or below it. */
  readonly rulesAt: (kind: SubjectKind, path: string) => readonly BoundRule[];
}

export function createLeanings(packs: BoundPacks): FactLeanings {
  const known: Readonly<Record<SubjectKind, Map<string, readonly BoundRule[]>>> = { organisation: new Map(), deployment: new Map(), model: new Map(), flow: new Map() };
  return {
    rulesAt: (kind, path) => {
      const ofKind = known[kind];
      let rules = ofKind.get(path);
      if (rules === undefined) {
        const pattern = path.replace(/\[\d+\]/g, '[]');
        rules = packs.rules[kind].filter(({ rule }) => leansOn(rule.paths, pattern));
        if (ofKind.size < 100_000) ofKind.set(path, rules);
      }
      return rules;
    },
  };
}

/** A path read leans on a fact at it or above it; a whole object read, on every fact inside it. */
function leansOn(paths: readonly string[], fact: string): boolean {
  return paths.some((read) => read === fact || isBelow(read, fact) || (isBelow(fact, read) && !paths.some((other) => isBelow(other, read))));
}

export function isBelow(path: string, above: string): boolean {
  return path.startsWith(above) && (path[above.length] === '.' || path[above.length] === '[');
}

/** The facts each rule leans on in one subject. */
export function factsByRule(leanings: FactLeanings, kind: SubjectKind, uses: readonly FactUse[]): ReadonlyMap<BoundRule, readonly FactUse[]> {
  const facts = new Map<BoundRule, FactUse[]>();
  for (const use of uses) {
    for (const rule of leanings.rulesAt(kind, use.path)) {
      const list = facts.get(rule);
      if (list === undefined) facts.set(rule, [use]);
      else list.push(use);
    }
  }
  return facts;
}
