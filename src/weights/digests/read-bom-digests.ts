import { posix } from 'node:path';
import { isStrictObject } from '../is-strict-object.js';
import { type StrictJson } from '../strict-json.js';
import { type PublishedDigest } from './published-digest.js';

const limits = { components: 200_000 };

/** SHA-256 hashes of the components of a CycloneDX BOM. A component named like a file is for that file, another for content only. */
export function readBomDigests(source: string, bom: StrictJson): PublishedDigest[] {
  if (!isStrictObject(bom) || bom['bomFormat'] !== 'CycloneDX') return [];
  const metadata = bom['metadata'];
  const open: StrictJson[] = [...listOf(bom['components']), ...(isStrictObject(metadata) && metadata['component'] !== undefined ? [metadata['component']] : [])];
  const digests: PublishedDigest[] = [];
  for (let seen = 0; open.length > 0 && seen < limits.components; seen += 1) {
    const component = open.pop();
    if (!isStrictObject(component)) continue;
    for (const inner of listOf(component['components'])) open.push(inner);
    const name = typeof component['name'] === 'string' ? component['name'] : '';
    for (const hash of listOf(component['hashes'])) {
      if (!isStrictObject(hash) || hash['alg'] !== 'SHA-256' || typeof hash['content'] !== 'string' || !/^[0-9a-fA-F]{64}$/.test(hash['content'])) continue;
      const named = /\.[A-Za-z0-9]{1,12}$/.test(name) ? { path: posix.normalize(posix.join(posix.dirname(source), name)) } : {};
      digests.push({ source, kind: 'cyclonedx', sha256: hash['content'].toLowerCase(), label: name, ...named });
    }
  }
  return digests;
}

function listOf(value: StrictJson | undefined): readonly StrictJson[] {
  return Array.isArray(value) ? (value as readonly StrictJson[]) : [];
}
