import { constants, inflateRawSync } from 'node:zlib';
import { readExactly } from './read-exactly.js';
import { type ZipEntry } from './read-zip-entries.js';
import { zipDataStart } from './zip-data-start.js';

const packedBytes = 512;
const inflatedBytes = 1_048_576;

/** The first bytes of an entry, unpacked from its first 512; none where they cannot be unpacked. */
export function peekZipEntry(descriptor: number, size: number, entry: ZipEntry): Buffer {
  const head = readExactly(descriptor, zipDataStart(descriptor, size, entry), Math.min(entry.compressedBytes, packedBytes));
  if (entry.method === 0) return head;
  if (entry.method !== 8) return Buffer.alloc(0);
  try {
    return inflateRawSync(head, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: inflatedBytes });
  } catch {
    return Buffer.alloc(0);
  }
}
