import { type Token } from '../lex/token.js';
import { type ModuleImport } from './module-import.js';

const longestList = 400;
const isMark = (token: Token | undefined, text: string): boolean => token?.kind === 'mark' && token.text === text;
const isWord = (token: Token | undefined, text: string): boolean => token?.kind === 'word' && token.text === text;

/** `import … from`, `import()`, `export … from` and `require()`. What is imported as a type only is gone when the code runs, and does not count. */
export function findJavascriptImports(tokens: readonly Token[]): ModuleImport[] {
  const found: ModuleImport[] = [];
  const add = (token: Token | undefined): void => {
    if (token?.kind === 'string') found.push({ module: token.text, at: token.at, line: token.line });
  };
  tokens.forEach((token, index) => {
    if (token.kind !== 'word' || isMark(tokens[index - 1], '.')) return;
    const next = tokens[index + 1];
    if (token.text === 'require' && isMark(next, '(') && isMark(tokens[index + 3], ')')) add(tokens[index + 2]);
    else if (token.text === 'import' && next?.kind === 'string') add(next);
    else if (token.text === 'import' && isMark(next, '(')) add(tokens[index + 2]);
    else if (token.text === 'import' || (token.text === 'export' && (isMark(next, '{') || isMark(next, '*')))) add(sourceOf(tokens, index + 1));
  });
  return found;
}

/** The string after the next `from` of the same statement. */
function sourceOf(tokens: readonly Token[], from: number): Token | undefined {
  for (let at = from; at < tokens.length && at - from < longestList; at++) {
    const token = tokens[at]!;
    if (isWord(token, 'from') && tokens[at + 1]?.kind === 'string') return isTypeOnly(tokens.slice(from, at)) ? undefined : tokens[at + 1];
    if (token.kind === 'string' || isMark(token, ';') || isMark(token, '(') || isMark(token, '=')) return undefined;
  }
  return undefined;
}

function isTypeOnly(clause: readonly Token[]): boolean {
  const [first, second] = clause;
  if (isWord(first, 'type') && second !== undefined && !isMark(second, ',')) return true;
  if (!isMark(first, '{')) return false;
  const names = clause.slice(1).filter((_token, index, all) => index === 0 || isMark(all[index - 1], ','));
  const each = names.filter(({ kind }) => kind === 'word');
  return each.length > 0 && each.every((name) => isWord(name, 'type') && clause[clause.indexOf(name) + 1]?.kind === 'word' && !isWord(clause[clause.indexOf(name) + 1], 'as'));
}
