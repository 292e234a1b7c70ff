import { isPath } from './check-scope.js';
import { type Expression } from './expression.js';
import { writtenPath } from './written-path.js';

/** Paths that must be there for an expression to have come out as `truth`. */
export function impliedPresent(node: Expression, truth: boolean): readonly string[] {
  switch (node.op) {
    case 'has':
      return truth ? withParents(node.of) : withParents(node.of).slice(1);
    case 'not':
      return impliedPresent(node.of, !truth);
    case 'and':
    case 'or': {
      const bothHold = (node.op === 'and') === truth;
      return bothHold ? [...impliedPresent(node.left, truth), ...impliedPresent(node.right, truth)] : [];
    }
    case 'compare':
      return [...withParents(node.left), ...withParents(node.right)];
    case 'in':
      return [...withParents(node.needle), ...withParents(node.haystack)];
    case 'text':
      return [...withParents(node.of), ...withParents(node.argument)];
    case 'matches':
      return withParents(node.of);
    case 'field':
      return withParents(node);
    default:
      return [];
  }
}

/** The path and every path above it, the longest first. */
function withParents(node: Expression): string[] {
  if (!isPath(node)) return [];
  return node.op === 'variable' ? [node.name] : [writtenPath(node), ...withParents(node.of)];
}
