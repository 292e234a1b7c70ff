import { type ParameterValue } from '../policy/compiled-pack.js';
import { type ParameterNode } from '../policy/expression.js';

/** A parameter as people read it: an instant as ISO 8601 in UTC, everything else as it is. */
export function parameterText(node: ParameterNode, params: Readonly<Record<string, ParameterValue>>): ParameterValue | undefined {
  const value = params[node.name];
  return node.kind === 'timestamp' && typeof value === 'number' ? new Date(value).toISOString() : value;
}
