import { type CodeFile } from './code-file.js';
import { type CodeHit } from '../core/inventory/code-hit.js';
import { contextOf } from './context-of.js';
import { findMcpServers, findMcpTables } from './find/find-mcp-servers.js';
import { findMentions } from './find/find-mentions.js';
import { findSdkCalls, type SdkSurroundings } from './find/find-sdk-calls.js';
import { type FoundHit, placeHit } from './hit-site.js';
import { type Language } from './language-of.js';
import { settingsTargets } from './settings-targets.js';
import { tokensOf } from './tokens-of.js';
import { type Token } from './lex/token.js';

export interface ScannedFile {
  readonly hits: readonly CodeHit[];
  /** Offset of the fault of a file that cannot be read as what it is. */
  readonly fault?: number;
}

/** Everything in one file that names a provider, each at its place and in its context; one hit for each place and kind. */
export function scanFile(file: CodeFile, language: Language, around: SdkSurroundings): ScannedFile {
  const tokens = tokensOf(file.text, language);
  const servers = language === 'json' ? findMcpServers(file.text, around.marks) : { hits: language === 'toml' ? findMcpTables(tokens, around.marks) : [] };
  const code = tokens.filter(({ kind }) => kind !== 'comment');
  const calls = findSdkCalls(code, language, around);
  const found = [...calls, ...servers.hits, ...findMentions(tokens, around.marks), ...inComments(tokens, language, around)];
  const hits = settingsTargets(withoutRepeats(found), code, language, around.marks);
  const context = contextOf(file, language);
  return { hits: hits.map((hit) => placeHit(file, context, hit)), ...(servers.fault === undefined ? {} : { fault: servers.fault }) };
}

/** Imports that are commented out: read as code, and listed as comments. */
function inComments(tokens: readonly Token[], language: Language, around: SdkSurroundings): FoundHit[] {
  if (language === 'prose' || language === 'settings') return [];
  return tokens.flatMap((comment) => {
    if (comment.kind !== 'comment' || comment.text.length > 20_000 || !/import|require|using/.test(comment.text)) return [];
    const bare = comment.text.replace(/^(\/\/+|#+|\/\*+)|\*+\/$/g, (mark) => ' '.repeat(mark.length)).replace(/^[ \t]*\*/gm, (mark) => ' '.repeat(mark.length));
    const inside = tokensOf(bare, language).filter(({ kind }) => kind !== 'comment');
    return findSdkCalls(inside, language, around)
      .filter(({ kind }) => kind === 'import')
      .map((hit) => ({ ...hit, at: hit.at + comment.at, line: hit.line + comment.line - 1, basis: 'hint' as const, commented: true }));
  });
}

/** What is found at one place in two ways is one hit: that which knows more stands first. */
function withoutRepeats(found: readonly FoundHit[]): FoundHit[] {
  const places = new Map<string, FoundHit>();
  for (const hit of found) {
    const key = hit.kind === 'import' ? `import ${hit.at} ${JSON.stringify([hit.providers, hit.host, hit.own])}` : `${hit.at} ${hit.kind === 'mcp-server' ? 'endpoint' : hit.kind}`;
    if (!places.has(key)) places.set(key, hit);
  }
  return [...places.values()].sort((a, b) => a.at - b.at);
}
