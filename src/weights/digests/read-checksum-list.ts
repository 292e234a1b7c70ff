import { basename, posix } from 'node:path';
import { MalformedFile } from '../malformed-file.js';
import { type PublishedDigest } from './published-digest.js';

const limits = { digests: 100_000 };
const gnuLine = /^\\?([0-9a-fA-F]{64}) [ *](.+)$/;
const bsdLine = /^SHA2?-?256 ?\((.+)\) ?= ?([0-9a-fA-F]{64})$/;
const bareLine = /^([0-9a-fA-F]{64})$/;

/** Lines of `sha256sum`, of its BSD form, or one digest alone in `<file>.sha256`. Comments and digests of other algorithms are passed over. */
export function readChecksumList(source: string, text: string): PublishedDigest[] {
  const folder = posix.dirname(source);
  const digests: PublishedDigest[] = [];
  const add = (name: string, hex: string): void => {
    digests.push({ source, kind: 'checksum-list', sha256: hex.toLowerCase(), path: posix.normalize(posix.join(folder, name.replaceAll('\\', '/'))), label: name });
  };
  for (const line of text.split(/\r?\n/)) {
    if (digests.length >= limits.digests) throw new MalformedFile('count-too-large', `the list names more than ${limits.digests} files; none was compared`, 'unknown');
    const trimmed = line.trimEnd();
    const gnu = gnuLine.exec(trimmed);
    const bsd = bsdLine.exec(trimmed);
    if (gnu !== null) add(gnu[2] ?? '', gnu[1] ?? '');
    else if (bsd !== null) add(bsd[1] ?? '', bsd[2] ?? '');
    else if (bareLine.test(trimmed.trim())) add(basename(source).replace(/\.sha256(sum)?$/i, ''), trimmed.trim());
  }
  return digests;
}
