import { MalformedFile } from '../malformed-file.js';
import { readableText } from '../../core/inventory/readable-text.js';
import { readExactly } from './read-exactly.js';

export interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly compressedBytes: number;
  readonly bytes: number;
  /** Where its local header begins. */
  readonly headerAt: number;
  readonly encrypted: boolean;
}

const limits = { entries: 30_000, directoryBytes: 16 * 1024 * 1024 };
const signatures = { end: 0x06054b50, end64: 0x06064b50, locator64: 0x07064b50, entry: 0x02014b50 };

function wide(buffer: Buffer, at: number): number {
  const value = buffer.readBigUInt64LE(at);
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw new MalformedFile('bad-zip', 'the archive announces a size beyond any file; it is not to be trusted');
  return Number(value);
}

/**
 * The entries of a ZIP archive by its central directory, ZIP64 included.
 * @throws MalformedFile where the directory is damaged, a name stands twice, or the header before the bytes names another file: readers then disagree on what is inside.
 */
export function readZipEntries(descriptor: number, size: number): ZipEntry[] {
  const { count, start, length } = findDirectory(descriptor, size);
  if (count > limits.entries || length > limits.directoryBytes) throw new MalformedFile('archive-too-large', `the archive holds ${count} files; at most ${limits.entries} are looked into`, 'unknown');
  if (start + length > size) throw new MalformedFile('bad-zip', 'the directory of the archive is larger than the archive; it is not to be trusted');
  const directory = readExactly(descriptor, start, length);
  const entries: ZipEntry[] = [];
  const names = new Set<string>();
  for (let at = 0, index = 0; index < count; index += 1) {
    if (at + 46 > length || directory.readUInt32LE(at) !== signatures.entry) throw new MalformedFile('bad-zip', 'the directory of the archive is damaged; fetch it again');
    const nameLength = directory.readUInt16LE(at + 28);
    const extraLength = directory.readUInt16LE(at + 30);
    const next = at + 46 + nameLength + extraLength + directory.readUInt16LE(at + 32);
    if (next > length) throw new MalformedFile('bad-zip', 'the directory of the archive is damaged; fetch it again');
    const entry = readEntry(directory, at, nameLength, extraLength);
    if (names.has(entry.name)) throw new MalformedFile('duplicate-entry', `the archive holds ${readableText(entry.name)} twice, so readers disagree on its content; do not load it`);
    names.add(entry.name);
    entries.push(entry);
    at = next;
  }
  if (entries.reduce((sum, entry) => sum + entry.compressedBytes, 0) > size) throw new MalformedFile('bad-zip', 'the entries of the archive overlap; do not load it');
  return entries;
}

function findDirectory(descriptor: number, size: number): { count: number; start: number; length: number } {
  const tailLength = Math.min(size, 65_557);
  const tail = readExactly(descriptor, size - tailLength, tailLength);
  let end = tailLength - 22;
  while (end >= 0 && tail.readUInt32LE(end) !== signatures.end) end -= 1;
  if (end < 0) throw new MalformedFile('bad-zip', 'the archive has no directory at its end; fetch it again');
  const plain = { count: tail.readUInt16LE(end + 10), length: tail.readUInt32LE(end + 12), start: tail.readUInt32LE(end + 16) };
  if (end < 20 || tail.readUInt32LE(end - 20) !== signatures.locator64) return plain;
  const at = wide(tail, end - 12);
  if (at + 56 > size) throw new MalformedFile('bad-zip', 'the archive points to a directory beyond its end; fetch it again');
  const record = readExactly(descriptor, at, 56);
  if (record.readUInt32LE(0) !== signatures.end64) throw new MalformedFile('bad-zip', 'the ZIP64 record of the archive is damaged; fetch it again');
  return { count: wide(record, 32), length: wide(record, 40), start: wide(record, 48) };
}

function readEntry(directory: Buffer, at: number, nameLength: number, extraLength: number): ZipEntry {
  const sizes = { bytes: directory.readUInt32LE(at + 24), compressedBytes: directory.readUInt32LE(at + 20), headerAt: directory.readUInt32LE(at + 42) };
  const extraStart = at + 46 + nameLength;
  for (let field = extraStart; field + 4 <= extraStart + extraLength; field += 4 + directory.readUInt16LE(field + 2)) {
    if (directory.readUInt16LE(field) !== 1) continue;
    let value = field + 4;
    const valuesEnd = Math.min(value + directory.readUInt16LE(field + 2), extraStart + extraLength);
    for (const key of ['bytes', 'compressedBytes', 'headerAt'] as const) {
      if (sizes[key] !== 0xffffffff) continue;
      if (value + 8 > valuesEnd) throw new MalformedFile('bad-zip', 'a ZIP64 field of the archive is cut; fetch it again');
      sizes[key] = wide(directory, value);
      value += 8;
    }
  }
  return { name: directory.toString('utf8', at + 46, at + 46 + nameLength), method: directory.readUInt16LE(at + 10), encrypted: (directory.readUInt16LE(at + 8) & 1) === 1, ...sizes };
}
