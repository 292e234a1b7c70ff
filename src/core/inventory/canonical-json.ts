/**
 * JSON with keys in code-unit order and no white space, so that equal values have equal bytes.
 * Members that are undefined are left out, as JSON.stringify does; numbers are written as JSON.stringify writes them (RFC 8785 for finite numbers).
 */
export function canonicalJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item)).join(',')}]`;
  const members = value as Readonly<Record<string, unknown>>;
  let text = '';
  for (const key of inOrder(Object.keys(members))) {
    const member = members[key];
    if (member !== undefined) text += `${text === '' ? '' : ','}${quoted(key)}:${canonicalJson(member)}`;
  }
  return `{${text}}`;
}

/** Most objects have been written by us, in order. */
function inOrder(keys: string[]): string[] {
  for (let index = 1; index < keys.length; index++) if (keys[index - 1]! > keys[index]!) return keys.sort();
  return keys;
}

/** Names of fields come again and again. */
const known = new Map<string, string>();
const mostKnown = 10_000;

function quoted(key: string): string {
  const earlier = known.get(key);
  if (earlier !== undefined) return earlier;
  const text = JSON.stringify(key);
  if (known.size < mostKnown) known.set(key, text);
  return text;
}
