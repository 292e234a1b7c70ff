/** The value at a JSON pointer of a record: a member of objects only, since a list is one statement. Undefined where there is none. */
export function valueAt(record: object, pointer: string): unknown {
  let at: unknown = record;
  for (const key of pointer.slice(1).split('/')) {
    if (typeof at !== 'object' || at === null || Array.isArray(at)) return undefined;
    const name = key.replaceAll('~1', '/').replaceAll('~0', '~');
    at = Object.hasOwn(at, name) ? (at as Readonly<Record<string, unknown>>)[name] : undefined;
  }
  return at;
}
