import { type PathKind } from '../policy/expression.js';
import { type Frame, type Shape } from './frame-layout.js';

/** How a field is put into its slot, as a number so that the inner loop switches fast. */
export const fillKind = { string: 0, number: 1, boolean: 2, timestamp: 3, object: 4, objects: 5, strings: 6, numbers: 7, booleans: 8, timestamps: 9 } as const;

const kinds: Readonly<Record<PathKind, number>> = {
  string: fillKind.string,
  number: fillKind.number,
  boolean: fillKind.boolean,
  timestamp: fillKind.timestamp,
  duration: fillKind.number,
  object: fillKind.object,
  'list<object>': fillKind.objects,
  'list<string>': fillKind.strings,
  'list<number>': fillKind.numbers,
  'list<boolean>': fillKind.booleans,
  'list<timestamp>': fillKind.timestamps,
};

/** One field to read, with what it holds below it. */
export interface FillStep {
  readonly name: string;
  readonly path: string;
  readonly kind: number;
  readonly slot: number;
  readonly presence: number;
  readonly steps: readonly FillStep[];
  /** Slots of the frame of an element, where the field is a list of objects. */
  readonly size: number;
  /** Frames of elements, used again for the next subject. */
  readonly pool: Frame[];
  used: number;
}

/** The steps that fill one variable, and those among them that keep element frames. */
export interface FillPlan {
  readonly steps: readonly FillStep[];
  readonly pooled: readonly FillStep[];
}

/** Lays down in which order the fields of a shape are read. A plan belongs to one run, since it keeps frames between subjects. */
export function createFillPlan(shape: Shape): FillPlan {
  const pooled: FillStep[] = [];
  return { steps: stepsOf(shape, pooled), pooled };
}

function stepsOf(shape: Shape, pooled: FillStep[]): readonly FillStep[] {
  return [...shape.members.values()].map(({ name, path, kind, slot, presence, shape: inner }) => {
    const step: FillStep = { name, path, kind: kinds[kind], slot, presence, steps: stepsOf(inner, pooled), size: inner.region.size, pool: [], used: 0 };
    if (kind === 'list<object>') pooled.push(step);
    return step;
  });
}
