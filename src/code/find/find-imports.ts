import { type Language } from '../language-of.js';
import { type Token } from '../lex/token.js';
import { findJavascriptImports } from './find-javascript-imports.js';
import { type ModuleImport } from './module-import.js';

/** What a file imports. `tokens` are without comments. */
export function findImports(tokens: readonly Token[], language: Language): ModuleImport[] {
  switch (language) {
    case 'javascript':
    case 'typescript':
      return findJavascriptImports(tokens);
    case 'python':
      return tokens.flatMap((token, index) => pythonImport(tokens, token, index));
    case 'java':
    case 'kotlin':
      return tokens.flatMap((token, index) => (token.first && token.text === 'import' && token.kind === 'word' ? dotted(tokens, tokens[index + 1]?.text === 'static' ? index + 2 : index + 1) : []));
    case 'csharp':
      return tokens.flatMap((token, index) => csharpImport(tokens, token, index));
    case 'go':
      return goImports(tokens);
    default:
      return [];
  }
}

const isWord = (token: Token | undefined, text?: string): token is Token => token?.kind === 'word' && (text === undefined || token.text === text);
const isMark = (token: Token | undefined, text: string): boolean => token?.kind === 'mark' && token.text === text;

/** A name of words joined by dots from a place on; none where there is no word. */
function dotted(tokens: readonly Token[], from: number): ModuleImport[] {
  const start = tokens[from];
  if (!isWord(start)) return [];
  let module = start.text;
  for (let at = from + 1; isMark(tokens[at], '.') && isWord(tokens[at + 1]); at += 2) module += `.${tokens[at + 1]!.text}`;
  return [{ module, at: start.at, line: start.line }];
}

const lengthOf = (module: string): number => module.split('.').length * 2 - 1;

function pythonImport(tokens: readonly Token[], token: Token, index: number): ModuleImport[] {
  if (token.kind !== 'word') return [];
  if (token.text === 'import_module' || token.text === '__import__') {
    const named = tokens[index + 2];
    return isMark(tokens[index + 1], '(') && named?.kind === 'string' ? [{ module: named.text, at: named.at, line: named.line }] : [];
  }
  const begins = token.first || isMark(tokens[index - 1], ';') || isMark(tokens[index - 1], ':');
  if (!begins) return [];
  if (token.text === 'import') {
    const found: ModuleImport[] = [];
    for (let at = index + 1; ; ) {
      const [one] = dotted(tokens, at);
      if (one === undefined || one.line !== token.line) return found;
      found.push(one);
      at += lengthOf(one.module);
      if (isWord(tokens[at], 'as')) at += 2;
      if (!isMark(tokens[at], ',')) return found;
      at++;
    }
  }
  if (token.text !== 'from') return [];
  const [from] = dotted(tokens, index + 1);
  if (from === undefined) return [];
  const names = index + 1 + lengthOf(from.module);
  return isWord(tokens[names], 'import') ? [from, ...importedNames(tokens, names + 1, from)] : [];
}

/** What stands after import may be modules below the one named: `from google import genai`. */
function importedNames(tokens: readonly Token[], start: number, from: ModuleImport): ModuleImport[] {
  const bracketed = isMark(tokens[start], '(');
  const found: ModuleImport[] = [];
  for (let at = bracketed ? start + 1 : start; found.length < 200; ) {
    const name = tokens[at];
    if (!isWord(name) || (!bracketed && name.line !== from.line)) return found;
    found.push({ module: `${from.module}.${name.text}`, at: from.at, line: from.line });
    at += isWord(tokens[at + 1], 'as') ? 3 : 1;
    if (!isMark(tokens[at], ',')) return found;
    at++;
  }
  return found;
}

/** `using OpenAI.Chat;`, with global, static or another name before it; `using (var x = …)` and `using var x` are no imports. */
function csharpImport(tokens: readonly Token[], token: Token, index: number): ModuleImport[] {
  if (!isWord(token, 'using') || !(token.first || isWord(tokens[index - 1], 'global'))) return [];
  let at = index + 1;
  if (isWord(tokens[at], 'static')) at++;
  if (isWord(tokens[at]) && isMark(tokens[at + 1], '=')) at += 2;
  const [found] = dotted(tokens, at);
  return found !== undefined && isMark(tokens[at + lengthOf(found.module)], ';') ? [found] : [];
}

function goImports(tokens: readonly Token[]): ModuleImport[] {
  const found: ModuleImport[] = [];
  const add = ({ text, at, line }: Token): number => found.push({ module: text, at, line });
  tokens.forEach((token, index) => {
    if (!isWord(token, 'import') || !token.first) return;
    if (isMark(tokens[index + 1], '(')) {
      for (let at = index + 2; at < tokens.length && !isMark(tokens[at], ')'); at++) if (tokens[at]!.kind === 'string') add(tokens[at]!);
      return;
    }
    const named = tokens[index + 1]?.kind === 'string' ? tokens[index + 1] : tokens[index + 2];
    if (named?.kind === 'string' && named.line === token.line) add(named);
  });
  return found;
}
