import { type SubjectView } from '../exposure/subject-view.js';
import { ruleVariables } from '../policy/rule-variables.js';
import { type BoundRule } from './bound-packs.js';
import { readPath, type TracedVariable, type TraceScope } from './trace-expression.js';

/** The view as a rule sees it, with the element of a forEach in its variable; `element` is -1 without one. */
export function ruleScope({ rule, params }: Pick<BoundRule, 'rule' | 'params'>, view: SubjectView, now: number, element: number): TraceScope {
  const variables = new Map<string, TracedVariable>();
  for (const name of ruleVariables[rule.subject]) variables.set(name, { value: view.variables[name], path: name, sensitive: false });
  const scope: TraceScope = { variables, params, now };
  if (rule.forEach === undefined) return scope;
  const list = readPath(rule.forEach.in, scope);
  const items: readonly unknown[] = Array.isArray(list.raw) ? list.raw : [];
  const path = element < 0 ? rule.forEach.as : `${list.path}[${element}]`;
  variables.set(rule.forEach.as, { value: items[element], path, sensitive: list.sensitive });
  return scope;
}
