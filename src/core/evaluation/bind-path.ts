import { type PathNode } from '../policy/expression.js';
import { type Binder, type Condition, type Reader } from './binder.js';
import { type Frame, presencePlace, type Place, valuePlace } from './frame-layout.js';

export function bindPath(node: PathNode, { bindings }: Binder): Reader {
  const { row, slot } = valuePlace(node, bindings);
  return row < 0 ? (frame) => frame[slot] : (frame) => (frame[row] as Frame)[slot];
}

/** A boolean field, or its negation. */
export function bindFlag(place: Place, negated: boolean): Condition {
  const { row, slot } = place;
  if (!negated) return row < 0 ? (frame) => frame[slot] as boolean | undefined : (frame) => (frame[row] as Frame)[slot] as boolean | undefined;
  if (row < 0) {
    return (frame) => {
      const value = frame[slot];
      return value === undefined ? undefined : !value;
    };
  }
  return (frame) => {
    const value = (frame[row] as Frame)[slot];
    return value === undefined ? undefined : !value;
  };
}

export function bindHas(node: PathNode, negated: boolean, { bindings }: Binder): Condition {
  return bindFlag(presencePlace(node, bindings), negated);
}
