/** A JSON pointer as people read it: `place.country`. */
export function fieldName(pointer: string): string {
  return pointer.slice(1).split('/').map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~')).join('.');
}
