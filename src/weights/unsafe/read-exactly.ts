import { readSync } from 'node:fs';
import { MalformedFile } from '../malformed-file.js';

/** Bytes of an open file from a position; refuses to return fewer. */
export function readExactly(descriptor: number, position: number, length: number): Buffer {
  const buffer = Buffer.alloc(length);
  let done = 0;
  while (done < length) {
    const got = readSync(descriptor, buffer, done, length - done, position + done);
    if (got <= 0) throw new MalformedFile('truncated', 'the archive ends too early; fetch it again');
    done += got;
  }
  return buffer;
}
