/** Characters of a word, each plain or as a JSON escape, so that an escape hides nothing. */
function jsonWord(word: string): string {
  return [...word].map((character) => `(?:${character}|\\\\u00${character.charCodeAt(0).toString(16).replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`)})`).join('');
}

const layer = new RegExp(`"${jsonWord('class_name')}"\\s*:\\s*"(?:[A-Za-z_.]{0,80}>)?${jsonWord('Lambda')}"`);

/** Whether a Keras model configuration has a Lambda layer, whose marshalled Python code runs when the model is loaded. */
export function kerasLambda(text: string): boolean {
  return layer.test(text);
}
