/** Text from a file made fit for a message: control characters shown as escapes, long text cut. */
export function readableText(text: string, longest = 120): string {
  const cut = text.length > longest ? `${text.slice(0, longest)}…` : text;
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  return cut.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
