/** Where in a block YAML document someone types. */
export interface YamlPlace {
  /** Member names and `[]` from the root to the mapping or list that is typed in. */
  readonly path: readonly string[];
  /** The key whose value is typed; absent where a key or an item is. */
  readonly key: string | undefined;
  /** What is typed of the word so far. */
  readonly typed: string;
}

interface Opened {
  readonly indent: number;
  readonly step: string;
}

const keyForm = /^([A-Za-z_][\w.-]*):(?:\s|$)/;

/** Reads the lines up to the cursor, the last one being typed; layout alone is looked at, so that a document that cannot be parsed yet is no hindrance. */
export function placeIn(lines: readonly string[]): YamlPlace {
  const open: Opened[] = [];
  for (const line of lines.slice(0, -1)) enter(open, line);
  const last = lines.at(-1) ?? '';
  const { indent, rest } = takeItems(open, last);
  close(open, indent);
  const path = open.map(({ step }) => step);
  const named = keyForm.exec(rest);
  const typed = /[\w.()-]*$/.exec(rest)?.[0] ?? '';
  return named === null ? { path, key: undefined, typed } : { path, key: named[1], typed };
}

function enter(open: Opened[], line: string): void {
  if (/^\s*(#|$)/.test(line)) return;
  const { indent, rest } = takeItems(open, line);
  const named = keyForm.exec(rest);
  close(open, indent);
  if (named?.[1] !== undefined) open.push({ indent, step: named[1] });
}

/** Steps over the dashes of a line, each of which is an item of the list around it. */
function takeItems(open: Opened[], line: string): { readonly indent: number; readonly rest: string } {
  let indent = /^ */.exec(line)?.[0].length ?? 0;
  let rest = line.slice(indent);
  for (;;) {
    const dash = /^-( +|$)/.exec(rest);
    if (dash === null) return { indent, rest };
    closeItems(open, indent);
    open.push({ indent, step: '[]' });
    indent += dash[0].length;
    rest = rest.slice(dash[0].length);
  }
}

/** A list may stand at the indentation of its key. */
function closeItems(open: Opened[], indent: number): void {
  for (let top = open.at(-1); top !== undefined && (top.indent > indent || (top.indent === indent && top.step === '[]')); top = open.at(-1)) open.pop();
}

function close(open: Opened[], indent: number): void {
  for (let top = open.at(-1); top !== undefined && top.indent >= indent; top = open.at(-1)) open.pop();
}
