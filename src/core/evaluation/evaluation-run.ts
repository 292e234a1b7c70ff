import { type SubjectView } from '../exposure/subject-view.js';
import { type Outcome } from '../policy/outcome.js';
import { ruleVariables } from '../policy/rule-variables.js';
import { type BoundPacks, type BoundRule } from './bound-packs.js';
import { type Faults, fillFrame } from './fill-frame.js';
import { type Frame, nowSlot, type Place } from './frame-layout.js';

/** What the closures say: `undecided` where the check could not be answered, which the rule's onMissing then settles. */
export type RawOutcome = Outcome | 'undecided';

/** Told of each rule's outcome on the subject; `element` is the position in the list of a forEach, -1 without one. */
export type OutcomeVisitor = (rule: BoundRule, element: number, outcome: RawOutcome, error: unknown) => void;

/** The frame of a run and what it was last filled with, so that a variable shared by subjects in a row is read once. */
export interface EvaluationRun {
  readonly packs: BoundPacks;
  readonly now: number;
  readonly frame: Frame;
  readonly filled: Map<string, { source: unknown; readonly faults: Faults }>;
}

export function createRun(packs: BoundPacks, now: number): EvaluationRun {
  const frame: Frame = [];
  for (let slot = 0; slot < packs.layout.frame.size; slot++) frame.push(undefined);
  frame[nowSlot] = now;
  const filled = new Map([...packs.layout.variables.keys()].map((name) => [name, { source: undefined, faults: new Set<string>() }]));
  return { packs, now, frame, filled };
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

function fillVariables({ packs, frame, filled }: EvaluationRun, view: SubjectView): boolean {
  let faulty = false;
  for (const name of ruleVariables[view.kind]) {
    const state = filled.get(name);
    const member = packs.layout.variables.get(name);
    if (state === undefined || member === undefined) continue;
    const source = view.variables[name];
    if (state.source !== source || source === undefined) {
      state.source = source;
      state.faults.clear();
      fillFrame(frame, member.shape, source, state.faults);
    }
    if (state.faults.size > 0) faulty = true;
  }
  return faulty;
}

function faultOf({ rule }: BoundRule, { filled }: EvaluationRun, view: SubjectView): Error | undefined {
  for (const name of ruleVariables[view.kind]) {
    for (const path of filled.get(name)?.faults ?? []) {
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
