import { type ComponentEvidence } from './component-evidence.js';
import { type OpennessRules } from './openness-rules.js';

/** 0 is unclassified; 3 Open Model, 2 Open Tooling, 1 Open Science. */
export type OpennessClass = 0 | 1 | 2 | 3;

export interface Classification {
  readonly class: OpennessClass;
  /** Per cent of the required components of a class and of those below it; 0 until the class below is complete. */
  readonly progress: Readonly<Record<1 | 2 | 3, number>>;
  readonly missing: Readonly<Record<1 | 2 | 3, readonly string[]>>;
}

type Counts = (evidence: ComponentEvidence) => boolean;

/**
 * The class of a release by the rule of the Model Openness Tool (White et al., The Model Openness Framework, arXiv:2403.13784):
 * required components add up from class III to I, and a stand-in (the paper for the report) fills its place.
 * `counts` says which components count: those under an open licence, or under the strict reading an open licence made for their type.
 */
export function classifyOpenness(evidence: readonly ComponentEvidence[], rules: OpennessRules, counts: Counts): Classification {
  const byId = new Map(evidence.map((one) => [one.component.id, one]));
  const standIn = new Map(rules.components.standIns.map(({ component, by }) => [component, byId.get(by)]));
  const requiredFor = (level: number) => evidence.filter(({ component }) => component.required && component.class >= level);
  const filled = (one: ComponentEvidence): boolean => counts(one) || filledByStandIn(one, standIn, counts);

  const shareOf = (level: 1 | 2 | 3): number => {
    const required = requiredFor(level);
    const own = required.filter((one) => counts(one)).length;
    const total = required.length;
    // The stand-in belongs to a class of its own; from there on it counts as itself and the place it fills falls away.
    const replaced = required.filter((one) => !counts(one) && filledByStandIn(one, standIn, counts));
    const listed = replaced.filter((one) => required.some((other) => other === standIn.get(one.component.id)));
    return ((own + replaced.length - listed.length) / (total - listed.length)) * 100;
  };
  const complete = (level: 1 | 2 | 3): boolean => requiredFor(level).every(filled);
  const missingFor = (level: 1 | 2 | 3): readonly string[] =>
    requiredFor(level)
      .filter((one) => one.state === 'missing' && (standIn.get(one.component.id)?.state ?? 'missing') === 'missing')
      .map(({ component }) => component.name);

  return {
    class: !complete(3) ? 0 : !complete(2) ? 3 : !complete(1) ? 2 : 1,
    progress: { 1: complete(2) ? shareOf(1) : 0, 2: complete(3) ? shareOf(2) : 0, 3: shareOf(3) },
    missing: { 1: missingFor(1), 2: missingFor(2), 3: missingFor(3) },
  };
}

function filledByStandIn(one: ComponentEvidence, standIn: ReadonlyMap<number, ComponentEvidence | undefined>, counts: Counts): boolean {
  const other = standIn.get(one.component.id);
  return other !== undefined && counts(other);
}
