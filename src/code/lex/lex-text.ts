import { type Grammar, type StringForm } from './grammar.js';
import { type Token } from './token.js';

const word = /[\p{L}_$@][\p{L}\p{N}_$]*/uy;

/** Comments, strings, words and marks of a text, in order. Whatever is left open ends with its line, or with the text where it may span lines. Linear in the length of the text. */
export function lexText(text: string, grammar: Grammar): Token[] {
  const tokens: Token[] = [];
  let line = 1;
  let fresh = true;
  let at = 0;
  const push = (kind: Token['kind'], content: string, end: number): void => {
    tokens.push({ kind, text: content, at, line, first: fresh });
    fresh = false;
    for (let position = at; position < end; position++) if (text.charCodeAt(position) === 0x0a) line++;
    at = end;
  };
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === 0x0a) {
      line++;
      fresh = true;
      at++;
      continue;
    }
    if (code <= 0x20 || code === 0xfeff || code === 0xa0) {
      at++;
      continue;
    }
    const comment = endOfComment(text, at, grammar);
    if (comment !== undefined) {
      push('comment', text.slice(at, comment), comment);
      continue;
    }
    const form = grammar.strings.find(({ open }) => text.startsWith(open, at));
    if (form !== undefined) {
      const { from, to, end } = stringAt(text, at, form);
      push('string', text.slice(from, to), end);
      continue;
    }
    word.lastIndex = at;
    const found = word.exec(text)?.[0];
    if (found !== undefined) push('word', found, at + found.length);
    else push('mark', text.charAt(at), at + 1);
  }
  return tokens;
}

function endOfComment(text: string, at: number, { lineComments, blockComments, nestedComments }: Grammar): number | undefined {
  if (lineComments.some((open) => text.startsWith(open, at))) return lineEnd(text, at);
  const block = blockComments.find(([open]) => text.startsWith(open, at));
  if (block === undefined) return undefined;
  const [open, close] = block;
  if (nestedComments !== true) {
    const end = text.indexOf(close, at + open.length);
    return end < 0 ? text.length : end + close.length;
  }
  let depth = 1;
  for (let position = at + open.length; position < text.length; position++) {
    if (text.startsWith(open, position)) {
      depth++;
      position += open.length - 1;
    } else if (text.startsWith(close, position)) {
      depth--;
      position += close.length - 1;
      if (depth === 0) return position + 1;
    }
  }
  return text.length;
}

function stringAt(text: string, at: number, { open, close, escape, lines }: StringForm): { readonly from: number; readonly to: number; readonly end: number } {
  const from = at + open.length;
  for (let position = from; position < text.length; position++) {
    const code = text.charCodeAt(position);
    if (code === 0x0a && !lines) return { from, to: position, end: position };
    if (code === 0x5c && escape === 'backslash') position++;
    else if (text.startsWith(close, position)) {
      if (escape === 'doubled' && text.startsWith(close, position + close.length)) position += close.length * 2 - 1;
      else return { from, to: position, end: position + close.length };
    }
  }
  return { from, to: text.length, end: text.length };
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}
