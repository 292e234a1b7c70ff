import { type Expression } from './expression.js';

/** The expressions directly inside an expression, in the order they are written. */
export function expressionParts(node: Expression): readonly Expression[] {
  switch (node.op) {
    case 'not':
    case 'has':
    case 'size':
    case 'matches':
    case 'timestamp':
    case 'field':
      return [node.of];
    case 'and':
    case 'or':
    case 'compare':
    case 'arithmetic':
      return [node.left, node.right];
    case 'if':
      return [node.condition, node.then, node.otherwise];
    case 'in':
      return [node.needle, node.haystack];
    case 'text':
      return [node.of, node.argument];
    case 'quantifier':
      return [node.over, node.body];
    default:
      return [];
  }
}
