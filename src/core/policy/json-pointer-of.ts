/** RFC 6901 pointer to the value that the keys lead to. */
export function jsonPointerOf(keys: readonly PropertyKey[]): string {
  return keys.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
