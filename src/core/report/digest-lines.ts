/** A digest on two lines of equal length. */
export function digestLines(digest: string): string {
  const [, hex = ''] = /^(?:sha256:)?([0-9a-f]{64})$/.exec(digest) ?? [];
  return hex === '' ? digest : `${hex.slice(0, 32)}\n${hex.slice(32)}`;
}
