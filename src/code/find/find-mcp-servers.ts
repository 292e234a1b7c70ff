import { findNodeAtLocation, parseTree, type Node, type ParseError } from 'jsonc-parser';
import { type FoundHit } from '../hit-site.js';
import { hostOf } from '../host-of.js';
import { type Token } from '../lex/token.js';
import { type ProviderMarks } from '../provider-marks.js';

export interface McpServers {
  readonly hits: readonly FoundHit[];
  /** Offset of the first fault where the file is no JSON. */
  readonly fault?: number;
}

const deepest = 200;

/** The servers that a JSON file under `mcpServers` or `servers` gives to an assistant: remote ones are called, local ones are programs that may call anyone. */
export function findMcpServers(text: string, marks: ProviderMarks): McpServers {
  if (nestsDeep(text)) return { hits: [], fault: 0 };
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  const [first] = errors;
  if (root === undefined || first !== undefined) return { hits: [], fault: first?.offset ?? 0 };
  const hits = ['mcpServers', 'servers', 'mcp_servers'].flatMap((key) => serversOf(findNodeAtLocation(root, [key])).flatMap(({ name, node }) => serverHit(name, node, text, marks)));
  return { hits };
}

function nestsDeep(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x5b || code === 0x7b) {
      if (++depth > deepest) return true;
    } else if (code === 0x5d || code === 0x7d) depth--;
  }
  return false;
}

function serversOf(node: Node | undefined): { readonly name: string; readonly node: Node }[] {
  if (node?.type !== 'object') return [];
  return (node.children ?? []).slice(0, 500).flatMap(({ children }) => (children?.[0] === undefined || children[1]?.type !== 'object' ? [] : [{ name: String(children[0].value), node: children[1] }]));
}

function serverHit(name: string, node: Node, text: string, marks: ProviderMarks): FoundHit[] {
  const value = (key: string): string | undefined => {
    const found: unknown = findNodeAtLocation(node, [key])?.value;
    return typeof found === 'string' ? found : undefined;
  };
  const url = value('url') ?? value('serverUrl') ?? value('httpUrl');
  const command = value('command');
  if (url === undefined && command === undefined) return [];
  const at = node.parent?.offset ?? node.offset;
  return [mcpHit(name, at, lineOf(text, at), url ?? remoteOf(argumentsOf(node)), marks)];
}

/** A local bridge is handed the address of a remote server: `npx mcp-remote https://…`. */
function remoteOf(given: readonly string[]): string | undefined {
  return given.some((argument) => /^(mcp-remote|supergateway)(@|$)/.test(argument)) ? given.find((argument) => /^https?:\/\//.test(argument)) : undefined;
}

function argumentsOf(node: Node): string[] {
  return (findNodeAtLocation(node, ['args'])?.children ?? []).flatMap(({ value }: { value?: unknown }) => (typeof value === 'string' ? [value] : []));
}

function lineOf(text: string, at: number): number {
  let line = 1;
  for (let position = 0; position < at; position++) if (text.charCodeAt(position) === 0x0a) line++;
  return line;
}

function mcpHit(name: string, at: number, line: number, url: string | undefined, marks: ProviderMarks): FoundHit {
  const host = url === undefined ? undefined : hostOf(url);
  if (url === undefined) return { at, line, kind: 'mcp-server', name, basis: 'hint', note: 'a local program; whom it calls is not seen' };
  return host === undefined ? { at, line, kind: 'mcp-server', name, basis: 'call', note: 'its address is set elsewhere' } : { at, line, kind: 'mcp-server', name, basis: 'call', ...marks.targetOfHost(host) };
}

/** The same of a TOML file with a table for each server: `[mcp_servers.github]`. */
export function findMcpTables(tokens: readonly Token[], marks: ProviderMarks): FoundHit[] {
  const heads = tokens.flatMap((token, index) => {
    const [open, table, dot, name, close] = tokens.slice(index, index + 5);
    const isHead = token.first && open?.text === '[' && open.kind === 'mark' && (table?.text === 'mcp_servers' || table?.text === 'mcpServers') && dot?.text === '.' && close?.text === ']';
    return isHead && name !== undefined ? [{ index, name: name.text, at: token.at, line: token.line }] : [];
  });
  return heads.map(({ index, name, at, line }) => {
    const body = bodyOf(tokens, index + 5);
    const valueOf = (key: string): string | undefined => body.find((token, place) => token.kind === 'string' && body[place - 1]?.text === '=' && body[place - 2]?.text === key)?.text;
    return mcpHit(name, at, line, valueOf('url'), marks);
  });
}

function bodyOf(tokens: readonly Token[], from: number): readonly Token[] {
  const end = tokens.findIndex(({ kind, text, first }, index) => index >= from && first && kind === 'mark' && text === '[');
  return tokens.slice(from, end < 0 ? undefined : end);
}
