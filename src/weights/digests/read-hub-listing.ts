import { posix } from 'node:path';
import { isStrictObject } from '../is-strict-object.js';
import { type StrictJson, type StrictObject } from '../strict-json.js';
import { type PublishedDigest } from './published-digest.js';

/** What a Hugging Face-compatible hub answers for a repository with its files (`siblings`) or for its tree (a list with `lfs`). */
export function readHubListing(source: string, listing: StrictJson): PublishedDigest[] {
  const siblings = isStrictObject(listing) ? listing['siblings'] : listing;
  if (!Array.isArray(siblings)) return [];
  return (siblings as readonly StrictJson[]).flatMap((file) => {
    if (!isStrictObject(file) || !isStrictObject(file['lfs'])) return [];
    const name = textOf(file, 'rfilename') ?? textOf(file, 'path');
    const sha256 = textOf(file['lfs'], 'sha256') ?? textOf(file['lfs'], 'oid')?.replace(/^sha256:/, '');
    if (name === undefined || sha256 === undefined || !/^[0-9a-f]{64}$/.test(sha256)) return [];
    return [{ source, kind: 'hub-metadata' as const, sha256, path: posix.normalize(posix.join(posix.dirname(source), name)), label: name }];
  });
}

function textOf(object: StrictObject, key: string): string | undefined {
  const value = object[key];
  return typeof value === 'string' ? value : undefined;
}
