import { createHash } from 'node:crypto';
import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type HashProgress } from '../../src/weights/hash-files.js';
import { toWeightsJson } from '../../src/weights/to-weights-json.js';
import { verifyWeights, type WeightsOptions } from '../../src/weights/verify-weights.js';
import { weightsJson } from '../../src/weights/weights-json.js';
import { type WeightsReport } from '../../src/weights/weights-report.js';
import { buildGguf } from './build-gguf.js';
import { buildPickle } from './build-pickle.js';
import { buildSafetensors } from './build-safetensors.js';
import { buildZip } from './build-zip.js';
import { writeFolder } from './write-folder.js';

const asOf = new Date('2026-06-01T00:00:00Z');
const verify = (folder: string, options: Partial<WeightsOptions> = {}): Promise<WeightsReport> => verifyWeights(folder, { asOf, ...options });
const sha256 = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex');
const tensors = buildSafetensors({ w: { dtype: 'F32', shape: [2], data_offsets: [0, 8] } }, 8);
const gguf = buildGguf({ metadata: [['general.architecture', 'llama'], ['general.license', 'mit']] });

describe('verifyWeights', () => {
  it('hashes every file and says that nobody states what the bytes should be', async () => {
    const report = await verify(writeFolder({ 'm.safetensors': tensors, 'sub/m.gguf': gguf, 'README.md': 'x' }));
    expect(report.files.map(({ path, sha256: hex, format, confidence }) => [path, hex, format, confidence])).toEqual([
      ['README.md', sha256('x'), 'other', 'inferred'],
      ['m.safetensors', sha256(tensors), 'safetensors', 'inferred'],
      ['sub/m.gguf', sha256(gguf), 'gguf', 'inferred'],
    ]);
    expect(report.conclusion).toBe('inconclusive');
    expect(weightsJson.parse(toWeightsJson(report)).files[2]?.header?.licence).toEqual({ id: 'mit' });
  });

  it('is conforming where published digests fit, and not where one does not', async () => {
    const right = { 'm.safetensors': tensors, 'm.gguf': gguf, SHA256SUMS: `${sha256(tensors)}  m.safetensors\n`, 'm.gguf.sha256': `${sha256(gguf)}\n` };
    const report = await verify(writeFolder(right));
    expect([report.conclusion, report.reasons]).toEqual(['conforming', []]);
    const wrong = await verify(writeFolder({ ...right, SHA256SUMS: `${sha256('x')}  m.safetensors\n` }));
    expect(wrong.conclusion).toBe('non-conforming');
    expect(wrong.files.find(({ path }) => path === 'm.safetensors')?.confidence).toBe('contradicted');
  });

  it('compares with manifests that lie elsewhere', async () => {
    const folder = writeFolder({ 'm.safetensors': tensors });
    const bom = JSON.stringify({ bomFormat: 'CycloneDX', components: [{ name: 'm.safetensors', hashes: [{ alg: 'SHA-256', content: sha256(tensors) }] }] });
    const pointers = writeFolder({ 'm.safetensors': `version https://git-lfs.github.com/spec/v1\noid sha256:${sha256(tensors)}\nsize ${tensors.length}\n`, 'sbom.json': bom });
    expect((await verify(folder, { digests: [pointers] })).conclusion).toBe('conforming');
    expect((await verify(folder, { digests: [join(pointers, 'sbom.json')] })).files[0]?.digests.map(({ kind, matches }) => [kind, matches])).toEqual([['cyclonedx', true]]);
    const useless = join(writeFolder({ 'notes.txt': 'nothing' }), 'notes.txt');
    expect((await verify(folder, { digests: [useless] })).problems.map(({ code }) => code)).toEqual(['no-digests']);
  });

  it('verifies an Ollama store and an OCI layout by their layers', async () => {
    const manifest = JSON.stringify({ layers: [{ mediaType: 'application/vnd.ollama.image.model', digest: `sha256:${sha256(gguf)}`, size: gguf.length }] });
    const store = { 'manifests/registry.ollama.ai/library/m/latest': manifest, [`blobs/sha256-${sha256(gguf)}`]: gguf };
    expect((await verify(writeFolder(store))).conclusion).toBe('conforming');
    const oci = JSON.stringify({ layers: [{ digest: `sha256:${sha256(gguf)}`, size: gguf.length }] });
    const layout = { 'index.json': JSON.stringify({ manifests: [{ digest: `sha256:${sha256(oci)}`, size: oci.length }] }), [`blobs/sha256/${sha256(oci)}`]: oci, [`blobs/sha256/${sha256(gguf)}`]: gguf };
    expect((await verify(writeFolder(layout))).conclusion).toBe('conforming');
    const forged = await verify(writeFolder({ ...store, [`blobs/sha256-${sha256(gguf)}`]: Buffer.concat([gguf, Buffer.from('x')]) }));
    expect(forged.conclusion).toBe('non-conforming');
    const missing = await verify(writeFolder({ 'manifests/registry.ollama.ai/library/m/latest': manifest }));
    expect([missing.conclusion, missing.problems.map(({ code }) => code)]).toEqual(['inconclusive', ['missing-file']]);
  });

  it('finds what would run when a model is loaded', async () => {
    const evil = buildPickle.globalCall('os', 'system', 'id');
    const report = await verify(
      writeFolder({
        'a.bin': evil,
        'b.pt': buildZip([{ name: 'archive/data.pkl', content: evil }]),
        'c.safetensors': evil,
        'config.json': '{"auto_map":{"AutoModel":"modeling_x.Net"}}',
        'modeling_x.py': 'print(1)',
        'setup.py': 'print(1)',
        'old.ckpt': 'no pickle at all',
      }),
    );
    const found = Object.fromEntries(report.files.map(({ path, unsafe, problems }) => [path, [...unsafe.map(({ level, what }) => `${level} ${what ?? ''}`), ...problems.map(({ code }) => code)]]));
    expect(found).toEqual({
      'a.bin': ['dangerous os.system'],
      'b.pt': ['dangerous os.system'],
      'c.safetensors': ['number-too-large'],
      'config.json': ['suspicious modeling_x.Net'],
      'modeling_x.py': ['suspicious modeling_x.py'],
      'setup.py': ['notice setup.py'],
      'old.ckpt': ['notice ', 'bad-pickle'],
    });
    expect(report.conclusion).toBe('non-conforming');
  });

  it('misses shards, tensors and parts', async () => {
    const index = JSON.stringify({ weight_map: { w: 'm-00001-of-00002.safetensors', v: 'm-00001-of-00002.safetensors', u: 'm-00002-of-00002.safetensors', t: '../t.safetensors' } });
    const { problems } = await verify(writeFolder({ 'm.safetensors.index.json': index, 'm-00001-of-00002.safetensors': tensors, 'g-00001-of-00003.gguf': gguf }));
    expect(problems.map(({ code }) => code)).toEqual(['missing-tensor', 'missing-shard', 'path-escape', 'missing-shard']);
  });

  it('does not follow a link out of the folder, and follows one inside', async () => {
    const folder = writeFolder({ 'blobs/one': tensors });
    symlinkSync('blobs/one', join(folder, 'inside.safetensors'));
    symlinkSync('/etc/hostname', join(folder, 'outside.bin'));
    const report = await verify(folder);
    expect(report.files.map(({ path }) => path)).toEqual(['blobs/one', 'inside.safetensors']);
    expect(report.problems.map(({ code }) => code)).toEqual(['link-outside']);
  });

  it('knows a Git LFS pointer from weights, and takes a single file', async () => {
    const folder = writeFolder({ 'm.safetensors': `version https://git-lfs.github.com/spec/v1\noid sha256:${'a'.repeat(64)}\nsize 9\n` });
    const report = await verify(join(folder, 'm.safetensors'));
    expect(report.files.map(({ format, problems }) => [format, problems.map(({ code }) => code)])).toEqual([['lfs-pointer', ['lfs-pointer']]]);
    expect(report.conclusion).toBe('inconclusive');
  });

  it('hashes large files in threads, in order, and tells how far it is', async () => {
    const folder = writeFolder({});
    const contents = [5, 9, 7].map((megabytes, index) => Buffer.alloc(megabytes * 1024 * 1024, index));
    for (const [index, content] of contents.entries()) writeFileSync(join(folder, `${index}.bin`), content);
    const seen: HashProgress[] = [];
    const report = await verify(folder, { threads: 2, onProgress: (progress) => void seen.push(progress) });
    expect(report.files.map(({ sha256: hex }) => hex)).toEqual(contents.map(sha256));
    expect(seen.at(-1)).toEqual({ bytesDone: 21 * 1024 * 1024, bytesTotal: 21 * 1024 * 1024, filesDone: 3, filesTotal: 3 });
  });
});
