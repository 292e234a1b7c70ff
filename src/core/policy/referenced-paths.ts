import { expressionParts } from './expression-parts.js';
import { type Expression } from './expression.js';
import { originPath, type PathOrigins } from './origin-path.js';

/** Paths that an expression reads, such as `flow.stage` or `deployment.flows[].stage`, sorted; an object only passed through is not among them. */
export function referencedPaths(root: Expression, origins: PathOrigins = new Map()): string[] {
  const paths = new Set<string>();
  collect(root, origins, paths);
  return [...paths].sort();
}

function collect(node: Expression, origins: PathOrigins, paths: Set<string>): void {
  switch (node.op) {
    case 'variable':
    case 'field':
      paths.add(originPath(node, origins));
      return;
    case 'quantifier': {
      const over = node.over.op === 'parameter' ? `params.${node.over.name}` : originPath(node.over, origins);
      if (node.over.op !== 'parameter') paths.add(over);
      collect(node.body, new Map([...origins, [node.variable, `${over}[]`]]), paths);
      return;
    }
    default:
      for (const part of expressionParts(node)) collect(part, origins, paths);
  }
}
