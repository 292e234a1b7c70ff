import { type PathNode } from './expression.js';

/** A path as the rule writes it, from its variable on. */
export function writtenPath(node: PathNode): string {
  return node.op === 'variable' ? node.name : `${writtenPath(node.of)}.${node.name}`;
}
