import { type PublishedDigest } from './published-digest.js';

const folder = '.cache/huggingface/download/';

/** What `hf download --local-dir` keeps of a file: the revision, then the hub's ETag, which is the SHA-256 of a file in LFS. */
export function readHubMetadata(source: string, text: string): PublishedDigest | undefined {
  const etag = text.split(/\r?\n/)[1]?.trim() ?? '';
  const at = source.indexOf(folder);
  if (at < 0 || !/^[0-9a-f]{64}$/.test(etag)) return undefined;
  const path = `${source.slice(0, at)}${source.slice(at + folder.length).replace(/\.metadata$/, '')}`;
  return { source, kind: 'hub-metadata', sha256: etag, path, label: path };
}
