import { isPlainText } from './is-plain-text.js';

/** A text for a place that must not be empty; what would not be plain there is written as its code, and the fact itself stands in a property. */
export function shownText(text: string): string {
  if (isPlainText(text)) return text;
  const plain = text.slice(0, 1_000).replace(/\p{Cc}|\p{Cs}/gu, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return plain === '' ? '(no name)' : plain.slice(0, 1_000);
}
