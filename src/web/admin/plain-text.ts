/** A value that is text or a number, as text; anything else is none. */
export function plainText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? value.toString() : undefined;
}
