import { findNodeAtLocation, getNodeValue, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import { type Problem } from '../core/inventory/problem.js';
import { decodeText } from './decode-text.js';
import { depthOverrun } from '../core/inventory/depth-overrun.js';
import { inputCaps } from './input-caps.js';
import { type ParsedDocument, type Place } from './parsed-document.js';

export type JsonRead = { readonly document: ParsedDocument; readonly problems: readonly [] } | { readonly document?: undefined; readonly problems: readonly Problem[] };

/** Reads JSON (RFC 8259) strictly: comments, trailing commas, duplicate keys, deep nesting, prototype keys and non-UTF-8 are problems, never data. */
export function readJson(path: string, bytes: Uint8Array): JsonRead {
  const decoded = decodeText(path, bytes, inputCaps.bytes);
  if ('problem' in decoded) return { problems: [decoded.problem] };
  const { text } = decoded;
  const placeAt = placesIn(text);
  const refuse = (code: string, message: string, place: Place): JsonRead => ({ problems: [{ file: path, ...place, code, message }] });
  const tooDeep = depthOverrun(text, inputCaps.depth * 8);
  if (tooDeep !== undefined) return refuse('too-deep', `nested deeper than ${inputCaps.depth} levels; flatten it`, { line: tooDeep, column: 1 });
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false });
  const first = errors[0];
  if (first !== undefined) return refuse('json-syntax', `${printParseErrorCode(first.error)}; correct the JSON here`, placeAt(first.offset));
  if (root === undefined) return refuse('empty', 'the file is empty; write a JSON object', { line: 1, column: 1 });
  const flaw = flawOf(root, 1);
  if (flaw !== undefined) return refuse(flaw.code, flaw.message, placeAt(flaw.offset));
  return { document: toParsedDocument(root, placeAt), problems: [] };
}

function flawOf(node: Node, depth: number): { readonly code: string; readonly message: string; readonly offset: number } | undefined {
  if (depth > inputCaps.depth) return { code: 'too-deep', message: `nested deeper than ${inputCaps.depth} levels; flatten it`, offset: node.offset };
  const keys = new Set<string>();
  for (const child of node.children ?? []) {
    if (child.type === 'property') {
      const key = String(child.children?.[0]?.value);
      if (keys.has(key)) return { code: 'duplicate-key', message: `the key '${key}' stands twice; keep one`, offset: child.offset };
      if (inputCaps.forbiddenKeys.has(key)) return { code: 'forbidden-key', message: `the key '${key}' is not allowed; rename it`, offset: child.offset };
      keys.add(key);
      const value = child.children?.[1];
      const flaw = value === undefined ? undefined : flawOf(value, depth + 1);
      if (flaw !== undefined) return flaw;
    } else {
      const flaw = flawOf(child, depth + 1);
      if (flaw !== undefined) return flaw;
    }
  }
  return undefined;
}

function toParsedDocument(root: Node, placeAt: (offset: number) => Place): ParsedDocument {
  const nearest = (path: readonly (string | number)[]): Node => {
    for (let length = path.length; length > 0; length--) {
      const node = findNodeAtLocation(root, path.slice(0, length));
      if (node !== undefined) return node;
    }
    return root;
  };
  return {
    value: getNodeValue(root) as unknown,
    placeOf: (path) => placeAt(nearest(path).offset),
    placeOfKey: (path) => {
      const node = nearest(path);
      return placeAt(node.parent?.type === 'property' ? node.parent.offset : node.offset);
    },
  };
}

function placesIn(text: string): (offset: number) => Place {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}
