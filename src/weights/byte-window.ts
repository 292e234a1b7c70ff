import { readSync } from 'node:fs';
import { MalformedFile } from './malformed-file.js';

/** Reads forward through a part of a file and refuses to look beyond its end. All numbers are little-endian unless said otherwise. */
export interface ByteWindow {
  /** Bytes from the start of the window to its end. */
  readonly size: number;
  position(): number;
  remaining(): number;
  seek(position: number): void;
  skip(count: number): void;
  u8(): number;
  u16(): number;
  u32(): number;
  /** Refuses what a double cannot hold exactly. */
  u64(): number;
  /** A copy of the next bytes. */
  bytes(count: number): Buffer;
}

interface ByteSource {
  readonly size: number;
  read(into: Buffer, position: number): number;
}

const bufferSize = 256 * 1024;

/** Window over `size` bytes of an open file, from `start`. */
export function fileWindow(descriptor: number, start: number, size: number, bigEndian = false): ByteWindow {
  return windowOver({ size, read: (into, position) => readSync(descriptor, into, 0, Math.min(into.length, size - position), start + position) }, bigEndian);
}

export function bufferWindow(bytes: Buffer): ByteWindow {
  return windowOver({ size: bytes.length, read: (into, position) => bytes.copy(into, 0, position) }, false);
}

function windowOver(source: ByteSource, bigEndian: boolean): ByteWindow {
  const buffer = Buffer.allocUnsafe(Math.min(bufferSize, Math.max(source.size, 16)));
  let bufferStart = 0;
  let bufferEnd = 0;
  let position = 0;

  function fail(count: number): never {
    throw new MalformedFile('truncated', `${count} bytes are announced at byte ${position}, but the file ends at byte ${source.size}; fetch it again`);
  }

  /** Makes `count` bytes (at most the buffer) available and returns where they begin in the buffer. */
  function ensure(count: number): number {
    if (position + count > source.size) fail(count);
    if (position < bufferStart || position + count > bufferEnd) {
      bufferStart = position;
      bufferEnd = position;
      while (bufferEnd < position + count) {
        const got = source.read(buffer.subarray(bufferEnd - position), bufferEnd);
        if (got <= 0) fail(count);
        bufferEnd += got;
      }
    }
    const at = position - bufferStart;
    position += count;
    return at;
  }

  function readU64(): number {
    const at = ensure(8);
    const low = bigEndian ? buffer.readUInt32BE(at + 4) : buffer.readUInt32LE(at);
    const high = bigEndian ? buffer.readUInt32BE(at) : buffer.readUInt32LE(at + 4);
    if (high >= 0x20_0000) throw new MalformedFile('number-too-large', `the 64-bit number at byte ${position - 8} is larger than any file; the header is not to be trusted`);
    return high * 0x1_0000_0000 + low;
  }

  function copy(count: number): Buffer {
    if (position + count > source.size) fail(count);
    const copied = Buffer.allocUnsafe(count);
    for (let done = 0; done < count; ) {
      const step = Math.min(buffer.length, count - done);
      const at = ensure(step);
      buffer.copy(copied, done, at, at + step);
      done += step;
    }
    return copied;
  }

  return {
    size: source.size,
    position: () => position,
    remaining: () => source.size - position,
    seek: (to) => {
      if (to < 0 || to > source.size) fail(to - position);
      position = to;
    },
    skip: (count) => {
      if (count > source.size - position) fail(count);
      position += count;
    },
    u8: () => buffer[ensure(1)] ?? 0,
    u16: () => (bigEndian ? buffer.readUInt16BE(ensure(2)) : buffer.readUInt16LE(ensure(2))),
    u32: () => (bigEndian ? buffer.readUInt32BE(ensure(4)) : buffer.readUInt32LE(ensure(4))),
    u64: readU64,
    bytes: copy,
  };
}
