import { type SubjectKind, type SubjectView } from '../exposure/subject-view.js';
import { type Outcome } from '../policy/outcome.js';
import { ruleVariables } from '../policy/rule-variables.js';
import { type BoundPacks, type BoundRule } from './bound-packs.js';
import { emptyFrame, type Faults, fillFrame } from './fill-frame.js';
import { createFillPlan, type FillPlan } from './fill-plan.js';
import { type Frame, nowSlot, type Place } from './frame-layout.js';

/** What the closures say: `undecided` where the check could not be answered, which the rule's onMissing then settles. */
export type RawOutcome = Outcome | 'undecided';

/** Told of each rule's outcome on the subject; `element` is the position in the list of a forEach, -1 without one. */
export type OutcomeVisitor = (rule: BoundRule, element: number, outcome: RawOutcome, error: unknown) => void;

/** A variable of the run: how it is read, and what it was last filled with, so that subjects in a row that share it read it once. */
interface RunVariable {
  readonly name: string;
  readonly plan: FillPlan;
  source: unknown;
  readonly faults: Faults;
}

export interface EvaluationRun {
  readonly packs: BoundPacks;
  readonly now: number;
  readonly frame: Frame;
  /** The variables that rules read, by kind of subject. */
  readonly variables: Readonly<Record<SubjectKind, readonly RunVariable[]>>;
}

/** A frame for subjects one after another; `now` in milliseconds since 1970. */
export function createRun(packs: BoundPacks, now: number): EvaluationRun {
  const frame = emptyFrame(packs.layout.frame.size);
  frame[nowSlot] = now;
  const all = [...packs.layout.variables.values()].map(({ name, shape }): RunVariable => ({ name, plan: createFillPlan(shape), source: undefined, faults: new Set() }));
  const of = (kind: SubjectKind): readonly RunVariable[] => all.filter(({ name }) => ruleVariables[kind].includes(name));
  return { packs, now, frame, variables: { organisation: of('organisation'), deployment: of('deployment'), model: of('model'), flow: of('flow') } };
}

/** Asks every rule about the subject. A rule that throws, or reads a value of a type the schema does not allow, gives an error. */
export function visitOutcomes(run: EvaluationRun, view: SubjectView, visit: OutcomeVisitor): void {
  const faulty = fillVariables(run, view);
  for (const rule of run.packs.rules[view.kind]) {
    const fault = faulty ? faultOf(rule, run, view) : undefined;
    if (fault !== undefined) visit(rule, -1, 'error', fault);
    else visitRule(rule, run.frame, visit);
  }
}

function fillVariables({ frame, variables }: EvaluationRun, view: SubjectView): boolean {
  let faulty = false;
  for (const variable of variables[view.kind]) {
    const source = view.variables[variable.name];
    if (variable.source !== source || source === undefined) {
      variable.source = source;
      variable.faults.clear();
      fillFrame(frame, variable.plan, source, variable.faults);
    }
    if (variable.faults.size > 0) faulty = true;
  }
  return faulty;
}

function faultOf({ rule }: BoundRule, { variables }: EvaluationRun, view: SubjectView): Error | undefined {
  for (const { faults } of variables[view.kind]) {
    for (const path of faults) {
      if (rule.paths.some((read) => read === path || read.startsWith(`${path}.`) || read.startsWith(`${path}[`))) return new TypeError(`${path} has a type that the inventory schema does not allow`);
    }
  }
  return undefined;
}

function visitRule(bound: BoundRule, frame: Frame, visit: OutcomeVisitor): void {
  const { loop } = bound;
  if (loop === undefined) {
    visitOnce(bound, -1, frame, visit);
    return;
  }
  const list = valueAt(loop.list, frame) as readonly unknown[] | undefined;
  if (list === undefined) visit(bound, -1, 'unknown', undefined);
  else if (list.length === 0) visit(bound, -1, 'not-applicable', undefined);
  else {
    for (let index = 0; index < list.length; index++) {
      frame[loop.slot] = list[index];
      visitOnce(bound, index, frame, visit);
    }
  }
}

function visitOnce(bound: BoundRule, element: number, frame: Frame, visit: OutcomeVisitor): void {
  let outcome: RawOutcome;
  try {
    outcome = rawOutcome(bound, frame);
  } catch (error) {
    visit(bound, element, 'error', error);
    return;
  }
  visit(bound, element, outcome, undefined);
}

/** What the rule says of the frame as it is filled. */
export function rawOutcome({ applies, check }: BoundRule, frame: Frame): RawOutcome {
  if (applies !== undefined) {
    const applicable = applies(frame);
    if (applicable !== true) return applicable === false ? 'not-applicable' : 'unknown';
  }
  const answer = check(frame);
  return answer === true ? 'pass' : answer === false ? 'fail' : 'undecided';
}

export function valueAt({ row, slot }: Place, frame: Frame): unknown {
  return row < 0 ? frame[slot] : (frame[row] as Frame)[slot];
}
