import { isMap, isPair, isScalar, isSeq, type Document, type LineCounter, type Node } from 'yaml';
import { type PositionLookup } from '../core/policy/source-position.js';

/** Finds the values of a YAML document by JSON pointer, and characters inside their text. */
export function packPositions(file: string, text: string, document: Document, lines: LineCounter): PositionLookup {
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  return (pointer, options) => {
    const { node, key } = find(document, pointer);
    if (options?.key === true && key !== undefined) return at(startOf(key));
    if (node === undefined) return at(0);
    return at(options?.offset === undefined ? startOf(node) : offsetInText(text, node, options.offset));
  };
}

function startOf(node: Node): number {
  return node.range?.[0] ?? 0;
}

/** The value a pointer leads to, or the nearest one around it, and the member name before it. */
function find(document: Document, pointer: string): { readonly node: Node | undefined; readonly key: Node | undefined } {
  let node: Node | undefined = document.contents ?? undefined;
  let key: Node | undefined;
  for (const step of pointer.split('/').slice(1)) {
    const name = step.replaceAll('~1', '/').replaceAll('~0', '~');
    const next = childOf(node, name);
    if (next.node === undefined && next.key === undefined) return { node, key };
    key = next.key ?? key;
    node = next.node ?? node;
  }
  return { node, key };
}

function childOf(node: Node | undefined, name: string): { readonly node?: Node; readonly key?: Node } {
  if (isSeq(node)) return { node: node.items[Number(name)] as Node };
  if (!isMap(node)) return {};
  const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === name);
  if (pair === undefined) return {};
  return { key: pair.key as Node, ...(pair.value === null ? {} : { node: pair.value as Node }) };
}

/** Walks the value and its source side by side: folding, indentation and quoting only add characters to the source. */
function offsetInText(text: string, node: Node, offset: number): number {
  if (!isScalar(node) || typeof node.value !== 'string' || node.range == null) return startOf(node);
  const [start, end] = node.range;
  let at = contentStart(text, start, end);
  for (let index = 0; at < end; index++) {
    const wanted = node.value[index];
    while (at < end && !stands(wanted, text, at)) at += 1;
    if (index === offset || wanted === undefined) break;
    at += 1;
  }
  return at < end ? at : start;
}

/** Behind the quote, or behind the line that opens a block. */
function contentStart(text: string, start: number, end: number): number {
  const first = text[start];
  if (first === '"' || first === "'") return start + 1;
  if (first !== '|' && first !== '>') return start;
  const newline = text.indexOf('\n', start);
  return newline < 0 ? end : newline + 1;
}

function stands(wanted: string | undefined, text: string, at: number): boolean {
  if (wanted === undefined) return true;
  return text[at] === wanted || (wanted === ' ' && text[at] === '\n');
}
