/** Choices of a select field: each word with the key under which it is translated. */
export function choicesOf(group: string, words: readonly string[]): readonly { readonly id: string; readonly name: string }[] {
  return words.map((id) => ({ id, name: `domicile.${group}.${id}` }));
}
