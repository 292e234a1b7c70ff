import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { MalformedFile } from '../malformed-file.js';
import { walkWeights, type WalkedFile } from '../walk-weights.js';
import { type WeightsProblem } from '../weights-report.js';
import { mayNameDigests } from './may-name-digests.js';
import { type PublishedDigest } from './published-digest.js';
import { readPublisherManifest } from './read-publisher-manifest.js';

export interface GatheredDigests {
  readonly digests: readonly PublishedDigest[];
  readonly problems: readonly WeightsProblem[];
}

/** Digests that files of the folder name, and those of `given` manifests or folders of pointers elsewhere, which speak of the folder's top. */
export function gatherDigests(files: readonly WalkedFile[], given: readonly string[]): GatheredDigests {
  const digests: PublishedDigest[] = [];
  const problems: WeightsProblem[] = [];
  const read = (source: string, location: string, bytes: number, label: string, asked: boolean): void => {
    try {
      const found = readPublisherManifest(source, location, bytes);
      for (const digest of found) digests.push({ ...digest, source: label });
      if (asked && found.length === 0) problems.push({ code: 'no-digests', bearing: 'unknown', message: `${label} names no SHA-256; give a checksum list, a manifest, a BOM or a Git LFS pointer` });
    } catch (error) {
      if (!(error instanceof MalformedFile)) throw error;
      problems.push({ code: error.code, bearing: 'unknown', message: `${label}: ${error.message}` });
    }
  };
  for (const file of files) if (mayNameDigests(file.path)) read(file.path, file.location, file.bytes, file.path, false);
  for (const location of given) {
    const entry = statSync(location);
    if (!entry.isDirectory()) read(basename(location), location, entry.size, location, true);
    else for (const file of walkWeights(location).files) read(file.path, file.location, file.bytes, `${location}/${file.path}`, false);
  }
  return { digests, problems };
}
