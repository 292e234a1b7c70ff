import { expressionParts } from '../policy/expression-parts.js';
import { type Expression } from '../policy/expression.js';
import { originPath, type PathOrigins } from '../policy/origin-path.js';

/** Paths that an expression asks for with has(). */
export function askedPaths(node: Expression, origins: PathOrigins): string[] {
  if (node.op === 'has') return [originPath(node.of, origins)];
  if (node.op !== 'quantifier') return expressionParts(node).flatMap((part) => askedPaths(part, origins));
  const over = node.over.op === 'parameter' ? `params.${node.over.name}` : originPath(node.over, origins);
  return askedPaths(node.body, new Map([...origins, [node.variable, `${over}[]`]]));
}
