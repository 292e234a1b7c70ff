import { type PathNode } from './expression.js';
import { writtenPath } from './written-path.js';

/** Where variables get their values: the list a loop walks, with `[]`; a variable of the subject stands for itself. */
export type PathOrigins = ReadonlyMap<string, string>;

/** The path of a node through the lists that its variable walks. */
export function originPath(node: PathNode, origins: PathOrigins): string {
  const written = writtenPath(node);
  const dot = written.indexOf('.');
  const variable = dot < 0 ? written : written.slice(0, dot);
  return `${origins.get(variable) ?? variable}${dot < 0 ? '' : written.slice(dot)}`;
}
