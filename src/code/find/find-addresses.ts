import { type Token } from '../lex/token.js';
import { hostOf } from '../host-of.js';

/** An address that code gives a client instead of the client's own. */
export interface GivenAddress {
  readonly at: number;
  readonly line: number;
  /** Undefined where the address is read from elsewhere. */
  readonly host?: string;
  /** The variable of the environment it is read from, where one is named. */
  readonly variable?: string;
}

/** A client that code makes. */
export interface MadeClient {
  readonly name: string;
  readonly at: number;
  readonly line: number;
  readonly address?: GivenAddress;
}

const longestCall = 600;
const isMark = (token: Token | undefined, ...texts: readonly string[]): boolean => token?.kind === 'mark' && texts.includes(token.text);
const isWord = (token: Token | undefined, ...texts: readonly string[]): boolean => token?.kind === 'word' && (texts.length === 0 || texts.includes(token.text));

/** The clients of some names that are made in a file, each with the address it is given. */
export function findClients(tokens: readonly Token[], names: readonly string[], addressNames: readonly string[]): MadeClient[] {
  const wanted = new Map(names.map((name) => [name.slice(name.lastIndexOf('.') + 1), name]));
  return tokens.flatMap((token, index): MadeClient[] => {
    const name = token.kind === 'word' ? wanted.get(token.text) : undefined;
    if (name === undefined || !isPackaged(tokens, index, name)) return [];
    const open = callOf(tokens, index);
    if (open === undefined) return [];
    const address = addressIn(tokens, open, isMark(tokens[index + 1], '.') ? endOfStatement(tokens, open) : endOfCall(tokens, open), addressNames);
    return [{ name, at: token.at, line: token.line, ...(address === undefined ? {} : { address }) }];
  });
}

/** Addresses under the given names outside of any client: a field of settings, an assignment. Only what is written out counts. */
export function findAddresses(tokens: readonly Token[], addressNames: readonly string[]): GivenAddress[] {
  return tokens.flatMap((token, index) => {
    const found = isNamed(token, addressNames) ? addressAt(tokens, index, tokens.length) : undefined;
    return found?.host === undefined ? [] : [found];
  });
}

function isPackaged(tokens: readonly Token[], index: number, name: string): boolean {
  const dot = name.lastIndexOf('.');
  if (dot < 0) return !isWord(tokens[index - 1], 'class', 'def', 'function', 'interface', 'import', 'func');
  return isMark(tokens[index - 1], '.') && isWord(tokens[index - 2], name.slice(0, dot));
}

/** The bracket that opens the making of a client: `X(`, `X.builder(`, `X x = new(`. */
function callOf(tokens: readonly Token[], index: number): number | undefined {
  if (isMark(tokens[index + 1], '(')) return index + 1;
  if (isMark(tokens[index + 1], '.') && isWord(tokens[index + 2], 'builder', 'fromEnv') && isMark(tokens[index + 3], '(')) return index + 3;
  return isWord(tokens[index + 1]) && isMark(tokens[index + 2], '=') && isWord(tokens[index + 3], 'new') && isMark(tokens[index + 4], '(') ? index + 4 : undefined;
}

function endOfCall(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let at = open; at < tokens.length && at - open < longestCall; at++) {
    if (isMark(tokens[at], '(', '[', '{')) depth++;
    else if (isMark(tokens[at], ')', ']', '}') && --depth <= 0) return at;
  }
  return Math.min(tokens.length, open + longestCall);
}

/** A chain of calls ends with its semicolon, or where a line begins without a dot. */
function endOfStatement(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let at = open; at < tokens.length && at - open < longestCall; at++) {
    if (isMark(tokens[at], '(', '[', '{')) depth++;
    else if (isMark(tokens[at], ')', ']', '}')) depth--;
    if (depth < 0 || (depth === 0 && (isMark(tokens[at], ';') || (at > open && tokens[at]!.first && !isMark(tokens[at], '.', ')'))))) return at;
  }
  return Math.min(tokens.length, open + longestCall);
}

function addressIn(tokens: readonly Token[], open: number, end: number, names: readonly string[]): GivenAddress | undefined {
  for (let at = open; at < end; at++) {
    const found = isNamed(tokens[at]!, names) ? addressAt(tokens, at, end) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

const isNamed = (token: Token, names: readonly string[]): boolean => (token.kind === 'word' || token.kind === 'string') && names.includes(token.text);

/** The value after a name and `=`, `:` or `(`; undefined where nothing is given. */
function addressAt(tokens: readonly Token[], index: number, end: number): GivenAddress | undefined {
  const declares = isMark(tokens[index + 1], ':') && isMark(tokens[index + 2], '=');
  if (!isMark(tokens[index + 1], '=', ':', '(') || (!declares && isMark(tokens[index + 2], '='))) return undefined;
  const value = valueFrom(tokens, declares ? index + 3 : index + 2, end);
  const [only] = value;
  if (only === undefined || (value.length === 1 && isWord(only, 'None', 'null', 'undefined', 'nil'))) return undefined;
  const { at, line } = only;
  for (const token of value) {
    const host = token.kind === 'string' ? addressed(token.text) : undefined;
    if (host !== undefined) return { at: token.at, line: token.line, host };
  }
  const named = value.length === 1 && only.kind === 'word' ? writtenOut(tokens, only.text) : undefined;
  if (named !== undefined) return named;
  const variable = value.find(({ kind, text }) => (kind === 'string' || kind === 'word') && /^[A-Z][A-Z0-9_]{3,}$/.test(text))?.text;
  return { at, line, ...(variable === undefined ? {} : { variable }) };
}

function valueFrom(tokens: readonly Token[], from: number, end: number): readonly Token[] {
  let depth = 0;
  for (let at = from; at < end && at - from < 60; at++) {
    const token = tokens[at]!;
    if (depth === 0 && (isMark(token, ',', ';', ')', ']', '}') || (at > from && token.first))) return tokens.slice(from, at);
    if (isMark(token, '(', '[', '{')) depth++;
    else if (isMark(token, ')', ']', '}')) depth--;
  }
  return tokens.slice(from, Math.min(end, from + 60));
}

/** The address that a constant of the same file holds. */
function writtenOut(tokens: readonly Token[], name: string): GivenAddress | undefined {
  for (let at = 0; at < tokens.length; at++) {
    if (!isWord(tokens[at], name)) continue;
    const equals = [1, 2, 3].find((step) => isMark(tokens[at + step], '='));
    const value = equals === undefined ? undefined : tokens[at + equals + 1];
    const host = value?.kind === 'string' ? addressed(value.text) : undefined;
    if (value !== undefined && host !== undefined) return { at: value.at, line: value.line, host };
  }
  return undefined;
}

/** A dotted name is an address only where a scheme or a port says so. */
function addressed(text: string): string | undefined {
  return /^\w+:\/\/|:\d{2,5}(\/|$)/.test(text) ? hostOf(text) : undefined;
}
