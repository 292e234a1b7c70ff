import { type PublishedDigest } from './published-digest.js';

/** A Git LFS pointer (git-lfs, docs/spec.md): the digest and size of the file that belongs at `path`. */
export function readLfsPointer(source: string, path: string, text: string): PublishedDigest | undefined {
  const oid = /^oid sha256:([0-9a-f]{64})$/m.exec(text)?.[1];
  const size = /^size (\d{1,16})$/m.exec(text)?.[1];
  if (!text.startsWith('version https://git-lfs.github.com/spec/') || oid === undefined) return undefined;
  return { source, kind: 'lfs-pointer', sha256: oid, path, label: path, ...(size === undefined ? {} : { bytes: Number(size) }) };
}
