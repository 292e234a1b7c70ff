/** The text as an OSCAL string: on one line, not empty, without white space at either end. */
export function oscalString(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line === '' ? '(empty)' : line;
}
