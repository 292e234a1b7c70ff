import { type Expression } from '../policy/expression.js';
import { type ParameterValue } from '../policy/compiled-pack.js';
import { type Binding, type Frame, type FrameLayout } from './frame-layout.js';

/** Answers true, false or, where something is missing, undefined. */
export type Condition = (frame: Frame) => boolean | undefined;
export type Reader = (frame: Frame) => unknown;

/** What turning an expression into closures needs to know of its surroundings. */
export interface Binder {
  readonly layout: FrameLayout;
  readonly bindings: ReadonlyMap<string, Binding>;
  readonly params: Readonly<Record<string, ParameterValue>>;
  /** Binds a condition, or its negation: in three-valued logic a negation moves inwards without changing the answer. */
  readonly condition: (node: Expression, negated: boolean, binder: Binder) => Condition;
  readonly value: (node: Expression, binder: Binder) => Reader;
}
