import { isAlias, isMap, isNode, isPair, isScalar, isSeq, LineCounter, parseAllDocuments, type Document, type Node, type ParsedNode } from 'yaml';
import { type Problem } from '../core/inventory/problem.js';
import { decodeText } from './decode-text.js';
import { yamlDepthOverrun } from '../core/inventory/yaml-depth-overrun.js';
import { inputCaps } from './input-caps.js';
import { type ParsedDocument, type Place } from './parsed-document.js';

export interface YamlRead {
  readonly documents: readonly ParsedDocument[];
  readonly problems: readonly Problem[];
}

const caps = inputCaps;
const mostSyntaxErrors = 20;

/** Reads YAML 1.2 (and so JSON) strictly: duplicate keys, alias bombs, deep nesting, prototype keys and non-UTF-8 are problems, never data. */
export function readYaml(path: string, bytes: Uint8Array): YamlRead {
  const decoded = decodeText(path, bytes, caps.bytes);
  if ('problem' in decoded) return { documents: [], problems: [decoded.problem] };
  return parseYaml(path, decoded.text, 0);
}

/** As {@link readYaml}, for text that begins after `firstLine` lines of its file. */
export function parseYaml(path: string, text: string, firstLine: number): YamlRead {
  const refuse = (code: string, message: string, place?: Place): YamlRead => ({ documents: [], problems: [{ file: path, ...place, code, message }] });
  const tooDeep = yamlDepthOverrun(text, caps.depth);
  if (tooDeep !== undefined) return refuse('too-deep', `nested deeper than ${caps.depth} levels; flatten it`, { line: tooDeep + firstLine, column: 1 });
  const blank = blankRun(text);
  if (blank !== undefined) return refuse('too-many-blank-lines', `more than ${caps.blankLines} empty lines follow one another; remove them`, { line: blank + firstLine, column: 1 });
  const lines = new LineCounter();
  let parsed: readonly Document.Parsed[];
  try {
    parsed = withoutStacks(() => parseAllDocuments(text, { lineCounter: lines, uniqueKeys: false, strict: true, stringKeys: true, prettyErrors: false, version: '1.2' })) as readonly Document.Parsed[];
  } catch (error) {
    return refuse('yaml-syntax', `cannot be read as YAML (${error instanceof RangeError ? 'nested too deeply' : String(error)}); simplify it`);
  }
  if (parsed.length > caps.documents) return refuse('too-many-documents', `holds ${parsed.length} documents, more than ${caps.documents}; split it`);
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1) + firstLine, column: Math.max(col, 1) };
  };
  const documents: ParsedDocument[] = [];
  const problems: Problem[] = [];
  for (const document of parsed) {
    const found = problemsOf(path, document, placeAt);
    const read = found.length > 0 || document.contents === null ? undefined : valueOf(path, document);
    if (read !== undefined && 'problem' in read) found.push(read.problem);
    else if (read !== undefined) documents.push(toParsedDocument(document, read.value, placeAt));
    problems.push(...found, ...ignoredTags(path, document, placeAt));
  }
  return { documents, problems };
}

/** A text of quotes alone is fifty thousand errors, and noting where in the program each arose takes longer than all else. */
function withoutStacks<Answer>(work: () => Answer): Answer {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return work();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

function problemsOf(path: string, document: Document.Parsed, placeAt: (offset: number) => Place): Problem[] {
  const syntax = document.errors.slice(0, mostSyntaxErrors).map((error) => ({ file: path, ...placeAt(error.pos[0]), ...syntaxError(error.message) }));
  if (syntax.length > 0) return syntax;
  const problems: Problem[] = [];
  let aliases = 0;
  const visit = (node: unknown, depth: number): void => {
    if (problems.length > 0) return;
    const at = isNode(node) && node.range ? placeAt(node.range[0]) : {};
    if (depth > caps.depth) problems.push({ file: path, ...at, code: 'too-deep', message: `nested deeper than ${caps.depth} levels; flatten it` });
    else if (isAlias(node)) {
      if (++aliases > caps.aliases) problems.push({ file: path, ...at, code: 'alias-bomb', message: `more than ${caps.aliases} aliases; write the values out` });
    } else if (isMap(node)) {
      const keys = new Set<string>();
      for (const pair of node.items) {
        const key = isScalar(pair.key) ? String(pair.key.value) : '';
        const twice = keys.size === keys.add(key).size;
        if (twice && isNode(pair.key)) problems.push({ file: path, ...placeAt(pair.key.range?.[0] ?? 0), code: 'duplicate-key', message: `the key '${key.slice(0, 80)}' stands twice; keep one` });
        if (caps.forbiddenKeys.has(key)) problems.push({ file: path, ...at, code: 'forbidden-key', message: `the key '${key}' is not allowed; rename it` });
        visit(pair.value, depth + 1);
      }
    } else if (isSeq(node)) for (const item of node.items) visit(item, depth + 1);
  };
  visit(document.contents, 1);
  return problems;
}

function valueOf(path: string, document: Document.Parsed): { readonly value: unknown } | { readonly problem: Problem } {
  try {
    return { value: document.toJS({ maxAliasCount: caps.aliases }) as unknown };
  } catch (error) {
    return { problem: { file: path, line: 1, column: 1, code: 'alias-bomb', message: `${(error instanceof Error ? error.message : String(error)).slice(0, 300)}; write the values out instead of aliases` } };
  }
}

/** A tag of another language has no meaning here; the value under it is read as it stands. */
function ignoredTags(path: string, document: Document.Parsed, placeAt: (offset: number) => Place): Problem[] {
  return document.warnings
    .filter(({ code }) => code === 'TAG_RESOLVE_FAILED')
    .slice(0, 20)
    .map(({ message, pos }) => ({ file: path, ...placeAt(pos[0]), level: 'warning', code: 'unknown-tag', message: `${message.slice(0, 300)}; remove the tag, it is ignored` }));
}

function syntaxError(message: string): Pick<Problem, 'code' | 'message'> {
  if (message.includes('call stack')) return { code: 'too-deep', message: `nested deeper than ${caps.depth} levels; flatten it` };
  return { code: 'yaml-syntax', message: `${message.slice(0, 300)}; correct the YAML here` };
}

/** Line (from 1) at which more empty lines have followed one another than are read: the time a parser takes grows with their square. */
function blankRun(text: string): number | undefined {
  let line = 1;
  let run = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x0a) {
      line++;
      if (++run > caps.blankLines) return line;
    } else if (code !== 0x20 && code !== 0x0d && code !== 0x09) run = 0;
  }
  return undefined;
}

function toParsedDocument(document: Document.Parsed, value: unknown, placeAt: (offset: number) => Place): ParsedDocument {
  const placeOfNode = (node: Node | null | undefined): Place | undefined => (node?.range ? placeAt(node.range[0]) : undefined);
  const walk = (path: readonly (string | number)[]): { readonly node?: Node; readonly key?: Node } => {
    let node: ParsedNode | null = document.contents;
    let key: Node | undefined;
    for (const step of path) {
      const target: Node | undefined | null = isAlias(node) ? node.resolve(document) : node;
      if (isMap(target)) {
        const pair = target.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === step);
        if (!pair) break;
        key = pair.key as Node;
        node = (pair.value ?? null) as ParsedNode | null;
      } else if (isSeq(target) && typeof step === 'number') {
        const item = target.items[step];
        if (!isNode(item)) break;
        node = item as ParsedNode;
        key = undefined;
      } else break;
    }
    return { ...(node ? { node } : {}), ...(key ? { key } : {}) };
  };
  return {
    value,
    placeOf: (path) => {
      const { node, key } = walk(path);
      return placeOfNode(node) ?? placeOfNode(key) ?? { line: 1, column: 1 };
    },
    placeOfKey: (path) => {
      const { node, key } = walk(path);
      return placeOfNode(key) ?? placeOfNode(node) ?? { line: 1, column: 1 };
    },
  };
}
