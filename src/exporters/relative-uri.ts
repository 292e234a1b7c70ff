/** A file path as a relative URI reference; half a surrogate pair, which no URI can hold, is written as U+FFFD. */
export function relativeUri(path: string): string {
  return path.replace(/\p{Surrogate}/gu, '\ufffd').split('/').map(encodeURIComponent).join('/');
}
