import jsTokens from 'js-tokens';
import { type Token } from './token.js';

interface OpenTemplate {
  readonly index: number;
  text: string;
}

/** As {@link lexText}, for JavaScript and TypeScript; `jsx` where the file may hold markup. A template is one string at its first quote, with {} for each value, followed by what is in its values. */
export function lexJavascript(source: string, jsx: boolean): Token[] {
  const tokens: Token[] = [];
  const templates: OpenTemplate[] = [];
  let at = 0;
  let line = 1;
  let fresh = true;
  const push = (kind: Token['kind'], text: string): void => {
    tokens.push({ kind, text, at, line, first: fresh });
    fresh = false;
  };
  const closeTemplate = (text: string): void => {
    const open = templates.pop();
    const token = open === undefined ? undefined : tokens[open.index];
    if (open !== undefined && token !== undefined) tokens[open.index] = { ...token, text: `${open.text}{}${text}` };
  };
  for (const token of jsx ? jsTokens(source, { jsx: true }) : jsTokens(source)) {
    const { type, value } = token;
    switch (type) {
      case 'StringLiteral':
      case 'JSXString':
      case 'NoSubstitutionTemplate':
        push('string', value.slice(1, token.closed ? -1 : undefined));
        break;
      case 'TemplateHead':
        templates.push({ index: tokens.length, text: value.slice(1, -2) });
        push('string', value.slice(1, -2));
        break;
      case 'TemplateMiddle': {
        const open = templates.at(-1);
        if (open !== undefined) open.text += `{}${value.slice(1, -2)}`;
        break;
      }
      case 'TemplateTail':
        closeTemplate(value.slice(1, token.closed ? -1 : undefined));
        break;
      case 'SingleLineComment':
      case 'MultiLineComment':
      case 'HashbangComment':
        push('comment', value);
        break;
      case 'IdentifierName':
      case 'JSXIdentifier':
        push('word', value);
        break;
      case 'Punctuator':
      case 'JSXPunctuator':
        push('mark', value);
        break;
      default:
        if (type !== 'WhiteSpace' && type !== 'LineTerminatorSequence') fresh = false;
    }
    for (let index = 0; index < value.length; index++) {
      if (value.charCodeAt(index) !== 0x0a) continue;
      line++;
      if (type === 'LineTerminatorSequence' || type === 'JSXText') fresh = true;
    }
    at += value.length;
  }
  return tokens;
}
