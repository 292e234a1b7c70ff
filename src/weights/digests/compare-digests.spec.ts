import { compareDigests } from './compare-digests.js';
import { readBomDigests } from './read-bom-digests.js';
import { readChecksumList } from './read-checksum-list.js';
import { readHubListing } from './read-hub-listing.js';
import { readHubMetadata } from './read-hub-metadata.js';
import { readImageManifest } from './read-image-manifest.js';
import { readLfsPointer } from './read-lfs-pointer.js';

const a = 'a'.repeat(64);
const b = 'b'.repeat(64);

describe('reading published digests', () => {
  it('reads checksum lists in the three forms, relative to where they lie', () => {
    expect(readChecksumList('sub/SHA256SUMS', `# comment\n${a}  model.bin\n${a.toUpperCase()} *./other.bin\nSHA256 (third.bin) = ${b}\nnonsense\n`)).toEqual([
      expect.objectContaining({ path: 'sub/model.bin', sha256: a }),
      expect.objectContaining({ path: 'sub/other.bin', sha256: a }),
      expect.objectContaining({ path: 'sub/third.bin', sha256: b }),
    ]);
    expect(readChecksumList('model.gguf.sha256', `${a}\n`)).toEqual([expect.objectContaining({ path: 'model.gguf', sha256: a })]);
  });

  it('reads Git LFS pointers and what the hub keeps of a download', () => {
    expect(readLfsPointer('m.lfs', 'm', `version https://git-lfs.github.com/spec/v1\noid sha256:${a}\nsize 12\n`)).toMatchObject({ sha256: a, bytes: 12 });
    expect(readLfsPointer('m.lfs', 'm', 'version https://git-lfs.github.com/spec/v1\noid sha256:short\n')).toBeUndefined();
    expect(readHubMetadata('.cache/huggingface/download/sub/m.safetensors.metadata', `commit\n${a}\n1.5\n`)).toMatchObject({ path: 'sub/m.safetensors', sha256: a });
    expect(readHubMetadata('.cache/huggingface/download/config.json.metadata', `commit\n${'c'.repeat(40)}\n1.5\n`)).toBeUndefined();
    expect(readHubListing('list.json', { siblings: [{ rfilename: 'm.safetensors', lfs: { sha256: a } }, { rfilename: 'config.json' }] })).toEqual([expect.objectContaining({ path: 'm.safetensors', sha256: a })]);
  });

  it('reads image manifests and BOMs', () => {
    const layers = [{ mediaType: 'application/vnd.ollama.image.model', digest: `sha256:${a}`, size: 5 }, { digest: 'sha512:x' }];
    expect(readImageManifest('manifest.json', { layers })).toEqual([expect.objectContaining({ kind: 'ollama-manifest', sha256: a, bytes: 5 })]);
    const titled = [{ digest: `sha256:${b}`, annotations: { 'org.cncf.model.filepath': 'm.gguf' } }];
    expect(readImageManifest('sub/manifest.json', { layers: titled })).toEqual([expect.objectContaining({ kind: 'oci-manifest', path: 'sub/m.gguf' })]);
    const component = { name: 'outer', components: [{ name: 'm.gguf', hashes: [{ alg: 'SHA-256', content: a }, { alg: 'MD5', content: 'x' }] }] };
    expect(readBomDigests('bom.json', { bomFormat: 'CycloneDX', components: [component] })).toEqual([expect.objectContaining({ path: 'm.gguf', sha256: a })]);
    expect(readBomDigests('bom.json', { bomFormat: 'other', components: [component] })).toEqual([]);
  });
});

describe('compareDigests', () => {
  const files = [{ path: 'sub/m.gguf', bytes: 5, sha256: a }];
  const digest = { source: 'SUMS', kind: 'checksum-list' as const, sha256: a, label: 'm' };

  it('matches by path, by a name that only one file has, and by content', () => {
    for (const path of ['sub/m.gguf', 'm.gguf', undefined]) {
      const { byPath, problems } = compareDigests(files, [{ ...digest, ...(path === undefined ? {} : { path }) }]);
      expect([byPath.get('sub/m.gguf')?.map(({ matches }) => matches), problems]).toEqual([[true], []]);
    }
  });

  it('tells another digest, another size and a missing file', () => {
    expect(compareDigests(files, [{ ...digest, path: 'm.gguf', sha256: b }]).byPath.get('sub/m.gguf')?.[0]?.matches).toBe(false);
    expect(compareDigests(files, [{ ...digest, path: 'm.gguf', bytes: 6 }]).byPath.get('sub/m.gguf')?.[0]?.matches).toBe(false);
    expect(compareDigests(files, [{ ...digest, path: 'other.gguf', sha256: b }]).problems.map(({ code, bearing }) => [code, bearing])).toEqual([['missing-file', 'unknown']]);
  });

  it('reads the digest in the name of a blob', () => {
    const blob = { bytes: 1, sha256: b };
    const { byPath } = compareDigests([{ path: `blobs/sha256-${a}`, ...blob }, { path: `x/blobs/sha256/${b}`, ...blob }], []);
    expect([...byPath.values()].flat().map(({ matches }) => matches)).toEqual([false, true]);
  });
});
