import { type CompiledRule } from '../policy/compiled-pack.js';
import { parameterText } from './parameter-text.js';
import { readPath, type TraceScope } from './trace-expression.js';

/** The message of a rule with its paths replaced by what the subject says there. */
export function renderMessage({ message }: CompiledRule, scope: TraceScope): string {
  return message
    .map((part) => {
      if (typeof part === 'string') return part;
      if (part.op === 'parameter') return plain(parameterText(part, scope.params));
      const { raw, state, sensitive } = readPath(part, scope);
      if (state === 'missing') return '(not recorded)';
      if (state === 'contradicted') return '(contradicted)';
      return sensitive ? '(masked)' : plain(raw);
    })
    .join('');
}

function plain(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? '(none)' : value.map(plain).join(', ');
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '(not recorded)';
}
