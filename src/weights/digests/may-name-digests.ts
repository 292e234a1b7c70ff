import { basename } from 'node:path';

/** Whether a file beside the weights is one that names digests, by its path. */
export function mayNameDigests(path: string): boolean {
  const name = basename(path);
  return (
    /\.(sha256|sha256sum|lfs|pointer)$/i.test(name) ||
    /^(sha256sums?|checksums?)(\.txt|\.sha256)?$/i.test(name) ||
    /\.cache\/huggingface\/download\/.+\.metadata$/.test(path) ||
    /(^|[._-])(bom|sbom|aibom|cdx)\.json$/i.test(name) ||
    /^(index|manifest|.*manifest.*)\.json$/i.test(name) ||
    /(^|\/)manifests\/.+\/[^/]+$/.test(path)
  );
}
