import { readFileSync } from 'node:fs';
import { isStrictObject } from '../is-strict-object.js';
import { MalformedFile } from '../malformed-file.js';
import { parseStrictJson } from '../parse-strict-json.js';
import { readBomDigests } from './read-bom-digests.js';
import { readChecksumList } from './read-checksum-list.js';
import { readHubListing } from './read-hub-listing.js';
import { readHubMetadata } from './read-hub-metadata.js';
import { readImageManifest } from './read-image-manifest.js';
import { readLfsPointer } from './read-lfs-pointer.js';
import { type PublishedDigest } from './published-digest.js';

const limits = { bytes: 16 * 1024 * 1024, depth: 64, values: 1_000_000 };

/**
 * Reads the digests that a publisher's file names, whichever of the known kinds it is.
 * `source` is its path relative to the folder of the weights.
 * @throws MalformedFile where a JSON file is damaged or doubles a key.
 */
export function readPublisherManifest(source: string, location: string, bytes: number): PublishedDigest[] {
  if (bytes > limits.bytes) throw new MalformedFile('file-too-large', `the manifest has more than ${limits.bytes} bytes; its digests were not compared`, 'unknown');
  const text = readFileSync(location, 'utf8').replace(/^\uFEFF/, '');
  const pointer = readLfsPointer(source, source.replace(/\.(lfs|pointer)$/i, ''), text);
  if (pointer !== undefined) return [pointer];
  if (source.endsWith('.metadata')) return [readHubMetadata(source, text)].filter((digest) => digest !== undefined);
  if (!/^\s*[[{]/.test(text)) return readChecksumList(source, text);
  const json = parseStrictJson(text, limits);
  if (isStrictObject(json) && json['bomFormat'] === 'CycloneDX') return readBomDigests(source, json);
  return [...readImageManifest(source, json), ...readHubListing(source, json)];
}
