import { isMap, isNode, isScalar, LineCounter, parseDocument, type Document } from 'yaml';
import { type Problem } from '../core/inventory/problem.js';
import { yamlDepthOverrun } from '../core/inventory/yaml-depth-overrun.js';

/** What `safeParse` of a zod schema returns. */
export type SchemaResult<Value> = { readonly success: true; readonly data: Value } | { readonly success: false; readonly error: { readonly issues: readonly Issue[] } };

interface Issue {
  readonly code: string;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly keys?: readonly string[];
}

export type ParsedReference<Value> = { readonly value: Value; readonly problems: readonly [] } | { readonly value?: undefined; readonly problems: readonly Problem[] };

const maxCharacters = 8 * 1024 * 1024;
const mostLevels = 64;

/** Reference facts written as YAML, checked against their schema; every fault with its line. Aliases are refused, so that a small file cannot grow. */
export function parseReference<Value>(file: string, text: string, check: (value: unknown) => SchemaResult<Value>): ParsedReference<Value> {
  if (text.length > maxCharacters) return { problems: [{ file, code: 'too-large', message: `more than ${maxCharacters} characters; split the file` }] };
  const deep = yamlDepthOverrun(text, mostLevels);
  if (deep !== undefined) return { problems: [{ file, line: deep, column: 1, code: 'too-deep', message: 'the file nests too deeply; write it flatter' }] };
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, stringKeys: true, prettyErrors: false });
  const at = (offset: number) => ({ line: lines.linePos(offset).line, column: lines.linePos(offset).col });
  if (document.errors.length > 0) return { problems: document.errors.map((error) => ({ file, ...at(error.pos[0]), code: 'yaml-syntax', message: `${error.message}; correct the YAML here` })) };
  let plain: unknown;
  try {
    plain = document.toJS({ maxAliasCount: 0 });
  } catch {
    return { problems: [{ file, code: 'yaml-alias', message: 'aliases are not allowed here; write the value out where it is meant' }] };
  }
  const checked = check(plain);
  if (checked.success) return { value: checked.data, problems: [] };
  return { problems: checked.error.issues.map((issue) => ({ file, ...at(offsetOf(document, issue)), code: 'invalid-fact', message: `${describe(issue)} (JSON Schema: named in the first line of the file)` })) };
}

function offsetOf(document: Document, issue: Issue): number {
  const place: unknown = issue.path.length === 0 ? document.contents : document.getIn(issue.path as unknown[], true);
  const unknownKey = issue.keys?.[0];
  if (isMap(place) && unknownKey !== undefined) {
    const key = place.items.find((pair) => isScalar(pair.key) && pair.key.value === unknownKey)?.key;
    if (isScalar(key) && key.range) return key.range[0];
  }
  for (let length = issue.path.length; length > 0; length -= 1) {
    const node: unknown = document.getIn(issue.path.slice(0, length) as unknown[], true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

function describe(issue: Issue): string {
  const path = issue.path.map(String).join('.');
  if (issue.keys !== undefined) return `${path === '' ? '' : `${path}: `}there is no field ${issue.keys.map((key) => `'${key}'`).join(', ')} here; correct its name or remove it`;
  return path === '' ? issue.message : `${path}: ${issue.message}`;
}
