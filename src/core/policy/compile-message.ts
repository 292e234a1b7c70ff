import { compilePath } from './compile-path.js';
import { type ExpressionScope } from './compile-expression.js';
import { type MessagePart } from './compiled-pack.js';
import { ExpressionError } from './expression-error.js';

/**
 * Splits a message into its words and the paths between `${` and `}`.
 * @throws ExpressionError where a path is not closed, unknown or leads to an object
 */
export function compileMessage(template: string, scope: ExpressionScope): MessagePart[] {
  const parts: MessagePart[] = [];
  let at = 0;
  for (;;) {
    const open = template.indexOf('${', at);
    if (open < 0) break;
    const close = template.indexOf('}', open);
    if (close < 0) throw new ExpressionError('${ is not closed; write ${path}', { start: open, end: template.length }, 'bad-message');
    if (open > at) parts.push(template.slice(at, open));
    parts.push(messagePath(template.slice(open + 2, close), open + 2, scope));
    at = close + 1;
  }
  if (at < template.length) parts.push(template.slice(at));
  return parts;
}

function messagePath(source: string, offset: number, scope: ExpressionScope): MessagePart {
  try {
    const { node, type } = compilePath(source, scope);
    if (type.kind === 'object' || (type.kind === 'list' && type.of.kind === 'object')) throw new ExpressionError(`\${${source}} is no simple value; name one of its fields`, { start: 0, end: source.length }, 'bad-message');
    return node;
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    throw new ExpressionError(error.message, { start: error.span.start + offset, end: error.span.end + offset }, error.code);
  }
}
