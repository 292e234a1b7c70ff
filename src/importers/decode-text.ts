import { wideEncodingOf } from './wide-encoding-of.js';
import { lineEnds } from './line-ends.js';
import { type Problem } from '../core/inventory/problem.js';

/** UTF-8 text of a file, without byte order mark, or the problem that keeps it from being read. */
export function decodeText(path: string, bytes: Uint8Array, maxBytes: number): { readonly text: string } | { readonly problem: Problem } {
  if (bytes.byteLength > maxBytes)
    return { problem: { file: path, code: 'too-large', message: `the file has ${bytes.byteLength} bytes, more than the ${maxBytes} that are read; split it` } };
  try {
    return { text: lineEnds(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) };
  } catch {
    return { problem: { file: path, line: lineOfFirstBadByte(bytes), column: 1, code: 'not-utf-8', message: `the file is ${wideEncodingOf(bytes) ?? 'not UTF-8'}; save it as UTF-8` } };
  }
}

function lineOfFirstBadByte(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  let start = 0;
  for (let at = 0; at <= bytes.length; at++) {
    if (at < bytes.length && bytes[at] !== 0x0a) continue;
    try {
      decoder.decode(bytes.subarray(start, at));
    } catch {
      return line;
    }
    line++;
    start = at + 1;
  }
  return line;
}
