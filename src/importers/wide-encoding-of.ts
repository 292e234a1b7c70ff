/** The encoding of a text of two or four bytes for each character, by its byte order mark or by the zeros between its letters; undefined where it has neither. */
export function wideEncodingOf(bytes: Uint8Array): 'UTF-16' | 'UTF-32' | undefined {
  const [a, b, c, d] = bytes;
  if ((a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0 && b === 0 && c === 0xfe && d === 0xff)) return 'UTF-32';
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return 'UTF-16';
  const head = bytes.subarray(0, 512);
  const zeros = [0, 0];
  head.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2]! += 1;
  });
  const half = head.length / 2;
  return head.length >= 8 && Math.max(...zeros) > half * 0.8 && Math.min(...zeros) < half * 0.1 ? 'UTF-16' : undefined;
}
