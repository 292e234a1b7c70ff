/**
 * A value as the text of a property: JSON, save that a text which is not itself JSON stands bare. So `DE` is a text, `30` a number, `"30"` a text again.
 * Texts with control characters or halves of surrogate pairs are written as JSON, where those are escaped.
 */
export function propertyText(value: unknown): string {
  if (typeof value === 'string' && !/[\p{Cc}\p{Cs}]/u.test(value) && !isJson(value)) return value;
  return JSON.stringify(value) ?? 'null';
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return text === '';
  }
}
