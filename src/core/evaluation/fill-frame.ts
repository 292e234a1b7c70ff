import { contradicted } from '../inventory/contradicted.js';
import { parseInstant } from '../policy/parse-instant.js';
import { fillKind, type FillPlan, type FillStep } from './fill-plan.js';
import { type Frame } from './frame-layout.js';

/** Paths whose values have a type the schema does not allow: rules that read them cannot be answered. */
export type Faults = Set<string>;

type Fields = Readonly<Record<string, unknown>>;

/** Stands in for an object that is not there: everything below it is undefined. */
const nothing: Fields = Object.freeze(Object.create(null) as Fields);

/** Puts what rules read of a variable into its slots of the frame; an absent variable leaves all of them undefined. */
export function fillFrame(frame: Frame, plan: FillPlan, source: unknown, faults: Faults): void {
  for (const step of plan.pooled) step.used = 0;
  fillObject(frame, plan.steps, isObject(source) ? source : nothing, faults);
}

function isObject(source: unknown): source is Fields {
  return typeof source === 'object' && source !== null && !Array.isArray(source);
}

function fillObject(frame: Frame, steps: readonly FillStep[], object: Fields, faults: Faults): void {
  for (let index = 0; index < steps.length; index++) {
    const step = steps[index]!;
    const raw = object[step.name];
    const value = raw === null || raw === contradicted ? undefined : raw;
    if (step.presence >= 0) frame[step.presence] = object === nothing || raw === contradicted ? undefined : value !== undefined;
    fillStep(frame, step, value, faults);
  }
}

function fillStep(frame: Frame, step: FillStep, value: unknown, faults: Faults): void {
  const { slot, kind } = step;
  if (kind === fillKind.object) {
    if (slot >= 0) frame[slot] = value;
    if (isObject(value)) fillObject(frame, step.steps, value, faults);
    else {
      if (value !== undefined) faults.add(step.path);
      fillObject(frame, step.steps, nothing, faults);
    }
    return;
  }
  if (slot < 0) return;
  if (value === undefined) frame[slot] = undefined;
  else if (kind === fillKind.boolean) frame[slot] = typeof value === 'boolean' ? value : mistyped(step, faults);
  else if (kind === fillKind.string) frame[slot] = typeof value === 'string' ? value : mistyped(step, faults);
  else if (kind === fillKind.number) frame[slot] = typeof value === 'number' ? value : mistyped(step, faults);
  else if (kind === fillKind.timestamp) frame[slot] = typeof value === 'string' ? parseInstant(value) : mistyped(step, faults);
  else frame[slot] = Array.isArray(value) ? listOf(step, value, faults) : mistyped(step, faults);
}

function mistyped(step: FillStep, faults: Faults): undefined {
  faults.add(step.path);
  return undefined;
}

function listOf(step: FillStep, list: readonly unknown[], faults: Faults): readonly unknown[] {
  switch (step.kind) {
    case fillKind.objects:
      return elementFrames(step, list, faults);
    case fillKind.strings:
      return scalars(step, list, 'string', faults);
    case fillKind.numbers:
      return scalars(step, list, 'number', faults);
    case fillKind.booleans:
      return scalars(step, list, 'boolean', faults);
    default: {
      const texts = scalars(step, list, 'string', faults);
      return texts.map((text) => (text === undefined ? undefined : parseInstant(text as string)));
    }
  }
}

function elementFrames(step: FillStep, list: readonly unknown[], faults: Faults): readonly Frame[] {
  const frames: Frame[] = [];
  for (let index = 0; index < list.length; index++) {
    const item = list[index];
    let frame = step.pool[step.used];
    if (frame === undefined) {
      frame = emptyFrame(step.size);
      step.pool.push(frame);
    }
    step.used += 1;
    if (isObject(item)) fillObject(frame, step.steps, item, faults);
    else {
      if (item !== null && item !== undefined && item !== contradicted) faults.add(`${step.path}[]`);
      fillObject(frame, step.steps, nothing, faults);
    }
    frames.push(frame);
  }
  return frames;
}

/** A frame with every slot undefined. */
export function emptyFrame(size: number): Frame {
  const frame: Frame = [];
  for (let slot = 0; slot < size; slot++) frame.push(undefined);
  return frame;
}

/** The list itself where every item is of the type, which is nearly always. */
function scalars(step: FillStep, list: readonly unknown[], type: 'string' | 'number' | 'boolean', faults: Faults): readonly unknown[] {
  for (let index = 0; index < list.length; index++) if (typeof list[index] !== type) return list.map((item) => scalarItem(step, item, type, faults));
  return list;
}

function scalarItem(step: FillStep, item: unknown, type: string, faults: Faults): unknown {
  if (typeof item === type) return item;
  if (item !== null && item !== undefined && item !== contradicted) faults.add(`${step.path}[]`);
  return undefined;
}
