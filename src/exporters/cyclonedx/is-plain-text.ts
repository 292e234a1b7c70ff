/** Whether every reader of CycloneDX takes a text as it stands: not empty, no control character, no half of a surrogate pair, at most `maxLength` long. */
export function isPlainText(text: string, maxLength = 1_000): boolean {
  return text !== '' && text.length <= maxLength && !/[\p{Cc}\p{Cs}]/u.test(text);
}
