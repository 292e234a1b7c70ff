/** Whether text in the value cannot be kept as JSON in PostgreSQL: the character U+0000, or half of a pair of surrogates. */
export function unkeepable(value: unknown): boolean {
  return /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/.test(JSON.stringify(value));
}
