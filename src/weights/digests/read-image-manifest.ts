import { posix } from 'node:path';
import { isStrictObject } from '../is-strict-object.js';
import { type StrictJson } from '../strict-json.js';
import { type PublishedDigest } from './published-digest.js';

const limits = { layers: 10_000 };

/** Config and layers of an Ollama, Docker or OCI image manifest, and the manifests of an OCI index. Blobs are looked for by content. */
export function readImageManifest(source: string, manifest: StrictJson): PublishedDigest[] {
  if (!isStrictObject(manifest)) return [];
  const { layers, manifests, config, blobs } = manifest;
  const descriptors = [config, ...listOf(layers), ...listOf(manifests), ...listOf(blobs)].slice(0, limits.layers);
  const isOllama = descriptors.some((descriptor) => isStrictObject(descriptor) && typeof descriptor['mediaType'] === 'string' && descriptor['mediaType'].startsWith('application/vnd.ollama.'));
  return descriptors.flatMap((descriptor) => {
    if (!isStrictObject(descriptor) || typeof descriptor['digest'] !== 'string') return [];
    const sha256 = /^sha256:([0-9a-f]{64})$/.exec(descriptor['digest'])?.[1];
    if (sha256 === undefined) return [];
    const { mediaType, size, annotations } = descriptor;
    const title = isStrictObject(annotations) ? annotations['org.opencontainers.image.title'] ?? annotations['org.cncf.model.filepath'] : undefined;
    const path = typeof title === 'string' ? posix.normalize(posix.join(posix.dirname(source), title)) : undefined;
    return [{ source, kind: isOllama ? ('ollama-manifest' as const) : ('oci-manifest' as const), sha256, label: typeof mediaType === 'string' ? mediaType : 'blob', ...(path === undefined ? {} : { path }), ...(typeof size === 'number' ? { bytes: size } : {}) }];
  });
}

function listOf(value: StrictJson | undefined): readonly StrictJson[] {
  return Array.isArray(value) ? (value as readonly StrictJson[]) : [];
}
