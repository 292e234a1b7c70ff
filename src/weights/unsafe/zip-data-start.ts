import { MalformedFile } from '../malformed-file.js';
import { readableText } from '../../core/inventory/readable-text.js';
import { readExactly } from './read-exactly.js';
import { type ZipEntry } from './read-zip-entries.js';

const localHeader = 0x04034b50;

/** Where the bytes of an entry begin. Refuses an entry whose own header names another file than the directory. */
export function zipDataStart(descriptor: number, size: number, entry: ZipEntry): number {
  if (entry.headerAt + 30 > size) throw new MalformedFile('bad-zip', `the archive ends before ${readableText(entry.name)}; fetch it again`);
  const named = Buffer.byteLength(entry.name);
  const local = readExactly(descriptor, entry.headerAt, Math.min(30 + named, size - entry.headerAt));
  if (local.readUInt32LE(0) !== localHeader) throw new MalformedFile('bad-zip', `the archive has no header before ${readableText(entry.name)}; do not load it`);
  const nameLength = local.readUInt16LE(26);
  const start = entry.headerAt + 30 + nameLength + local.readUInt16LE(28);
  if (start + entry.compressedBytes > size) throw new MalformedFile('truncated', `the archive ends within ${readableText(entry.name)}; fetch it again`);
  const name = nameLength === named ? local.toString('utf8', 30) : readExactly(descriptor, entry.headerAt + 30, nameLength).toString('utf8');
  if (name !== entry.name) throw new MalformedFile('bad-zip', `the archive calls ${readableText(entry.name)} also ${readableText(name)}, so readers disagree on its content; do not load it`);
  return start;
}
