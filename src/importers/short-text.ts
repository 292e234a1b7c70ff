/** A string or number as trimmed text, cut to what a field may hold; undefined where nothing is left. */
export function shortText(value: unknown, maxLength = 200): string | undefined {
  const text = typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
  return text === '' ? undefined : text.slice(0, maxLength);
}
