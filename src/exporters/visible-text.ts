/** C0, DEL, C1, line and paragraph separators, zero-width and directional marks, non-characters, lone surrogates: what acts on a terminal or reader instead of showing. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const acting = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The text with whatever would act instead of showing written as its code, save the characters in `kept`. */
export function visibleText(text: string, kept = ''): string {
  return text.replace(acting, (character) => (kept.includes(character) ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`));
}
