/** Whether PostgreSQL can keep a text: it has no place for the character U+0000 and for half of a surrogate pair. */
export function isKeepable(text: string): boolean {
  return !/\0|\p{Surrogate}/u.test(text);
}
