import { type Span } from '../policy/expression.js';

/** The words of a part of an expression, with the brackets its ends belong to. */
export function expressionText(source: string, { start, end }: Span): string {
  const { opened, closed } = brackets(source.slice(start, end));
  const from = reach(source, start, -1, closed, '(');
  const to = reach(source, end - 1, 1, opened, ')') + 1;
  return source.slice(from, to).replace(/\s+/g, ' ');
}

/** Round brackets that open or close without their partner, outside of quotes. */
function brackets(text: string): { readonly opened: number; readonly closed: number } {
  let [opened, closed] = [0, 0];
  let quote: string | undefined;
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (quote !== undefined) {
      if (character === '\\') at += 1;
      else if (character === quote) quote = undefined;
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '(') opened += 1;
    else if (character === ')' && opened > 0) opened -= 1;
    else if (character === ')') closed += 1;
  }
  return { opened, closed };
}

function reach(source: string, from: number, step: number, count: number, bracket: string): number {
  let at = from;
  for (let left = count; left > 0 && at >= 0 && at < source.length; ) {
    at += step;
    if (source[at] === bracket) left -= 1;
  }
  return Math.max(0, at);
}
