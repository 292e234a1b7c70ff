import { compilePattern } from '../policy/compile-pattern.js';
import { type Expression } from '../policy/expression.js';
import { bindComparison } from './bind-comparison.js';
import { bindLogic } from './bind-logic.js';
import { bindMembership } from './bind-membership.js';
import { bindFlag, bindHas } from './bind-path.js';
import { bindQuantifier } from './bind-quantifier.js';
import { type Binder, type Condition } from './binder.js';
import { valuePlace } from './frame-layout.js';

/** Turns a boolean expression, or its negation, into a closure. */
export function bindCondition(node: Expression, negated: boolean, binder: Binder): Condition {
  switch (node.op) {
    case 'not':
      return binder.condition(node.of, !negated, binder);
    case 'and':
    case 'or':
      return bindLogic(node, negated, binder);
    case 'compare':
      return bindComparison(node, negated, binder);
    case 'in':
      return bindMembership(node, negated, binder);
    case 'has':
      return bindHas(node.of, negated, binder);
    case 'variable':
    case 'field':
      return bindFlag(valuePlace(node, binder.bindings), negated);
    case 'quantifier':
      return bindQuantifier(node, negated, binder);
    case 'text':
      return bindText(node, negated, binder);
    case 'matches': {
      const matches = compilePattern(node.pattern);
      return testing(node.of, (text) => matches(text) !== negated, binder);
    }
    default: {
      const value = binder.value(node, binder);
      return (frame) => {
        const decided = value(frame);
        return decided === undefined ? undefined : decided !== negated;
      };
    }
  }
}

function testing(of: Expression, test: (text: string) => boolean, binder: Binder): Condition {
  const read = binder.value(of, binder);
  return (frame) => {
    const text = read(frame);
    return text === undefined ? undefined : test(text as string);
  };
}

function bindText({ method, of, argument }: Extract<Expression, { op: 'text' }>, negated: boolean, binder: Binder): Condition {
  if (argument.op === 'constant' && typeof argument.value === 'string') {
    const wanted = argument.value;
    if (method === 'startsWith') return testing(of, (text) => text.startsWith(wanted) !== negated, binder);
    if (method === 'endsWith') return testing(of, (text) => text.endsWith(wanted) !== negated, binder);
    return testing(of, (text) => text.includes(wanted) !== negated, binder);
  }
  const text = binder.value(of, binder);
  const part = binder.value(argument, binder);
  return (frame) => {
    const a = text(frame) as string | undefined;
    const b = part(frame) as string | undefined;
    if (a === undefined || b === undefined) return undefined;
    return (method === 'startsWith' ? a.startsWith(b) : method === 'endsWith' ? a.endsWith(b) : a.includes(b)) !== negated;
  };
}
