import { inflateRawSync } from 'node:zlib';
import { MalformedFile } from '../malformed-file.js';
import { readableText } from '../../core/inventory/readable-text.js';
import { systemErrorCode } from '../system-error-code.js';
import { readExactly } from './read-exactly.js';
import { type ZipEntry } from './read-zip-entries.js';
import { zipDataStart } from './zip-data-start.js';

/** The bytes of an entry, unpacked to at most `inflatedBytes`. */
export function inflateZipEntry(descriptor: number, size: number, entry: ZipEntry, inflatedBytes: number): Buffer {
  const start = zipDataStart(descriptor, size, entry);
  const tooLarge = new MalformedFile('entry-too-large', `${readableText(entry.name)} unpacks to more than ${inflatedBytes} bytes; what it holds cannot be told`, 'unknown');
  if (entry.compressedBytes > inflatedBytes) throw tooLarge;
  const packed = readExactly(descriptor, start, entry.compressedBytes);
  if (entry.method === 0) return packed;
  if (entry.method !== 8) throw new MalformedFile('unsupported-compression', `${readableText(entry.name)} is packed with method ${entry.method}, which is not read; what it holds cannot be told`, 'unknown');
  try {
    return inflateRawSync(packed, { maxOutputLength: inflatedBytes });
  } catch (error) {
    if (systemErrorCode(error) === 'ERR_BUFFER_TOO_LARGE') throw tooLarge;
    throw new MalformedFile('bad-zip', `${readableText(entry.name)} cannot be unpacked; fetch the archive again`);
  }
}
