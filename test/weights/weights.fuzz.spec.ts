import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { verifyWeights } from '../../src/weights/verify-weights.js';
import { buildBundle } from './build-bundle.js';
import { buildGguf } from './build-gguf.js';
import { buildPickle } from './build-pickle.js';
import { buildSafetensors } from './build-safetensors.js';
import { buildTar } from './build-tar.js';
import { buildZip } from './build-zip.js';
import { mutateBytes } from './mutate-bytes.js';
import { writeFolder } from './write-folder.js';
import { cpuTimeOfLater } from '../cpu-time-of.js';

/** Runs for each kind of file; `DOMICILE_FUZZ_RUNS` asks for more, `DOMICILE_FUZZ_SEED` for others. */
const runs = Number(process.env['DOMICILE_FUZZ_RUNS'] ?? 300);
const seed = Number(process.env['DOMICILE_FUZZ_SEED'] ?? 7);
const asOf = new Date('2026-06-01T00:00:00Z');
const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
const digest = 'a'.repeat(64);
const gguf = buildGguf({
  metadata: [['general.architecture', 'llama'], ['general.license', 'mit'], ['general.base_model.count', 1], ['general.base_model.0.name', 'Base'], ['tokenizer.ggml.tokens', { array: ['a', 'bc', 'd'] }]],
  tensors: [{ name: 'a', shape: [32, 2], type: 8, offset: 0 }, { name: 'b', shape: [8], type: 0, offset: 96 }],
  dataBytes: 128,
});
const zip = buildZip([{ name: 'archive/data.pkl', content: buildPickle.stateDict(), deflate: true }, { name: 'archive/data/0', content: Buffer.alloc(16) }]);
const seeds: readonly (readonly [string, Buffer])[] = [
  ['m.gguf', gguf],
  ['m.safetensors', buildSafetensors({ __metadata__: { format: 'pt' }, a: { dtype: 'F16', shape: [2, 2], data_offsets: [0, 8] }, b: { dtype: 'U8', shape: [4], data_offsets: [8, 12] } }, 12)],
  ['m.pkl', Buffer.concat([buildPickle.stackGlobalCall('os', 'system', 'id'), buildPickle.stateDict()])],
  ['old.pkl', buildPickle.legacyTorch(buildPickle.inst('os', 'system', 'id'))],
  ['m.pt', zip],
  ['m.bin', zip],
  ['old.pth', buildTar([{ name: 'pickle', content: buildPickle.stateDict() }, { name: 'tensors', content: buildPickle.memoCall('os', 'system', 'id') }])],
  ['m.keras', buildZip([{ name: 'config.json', content: Buffer.from('{"class_name": "Lambda"}') }])],
  ['m.h5', Buffer.from('\x89HDF\r\n\x1a\n{"class_name": "Lambda"}', 'latin1')],
  ['a.npy', Buffer.from("\x93NUMPY\x01\x00v\x00{'descr': '|O', }", 'latin1')],
  ['config.json', Buffer.from('{"auto_map":{"AutoModel":"modeling_x.Net"},"trust_remote_code":true}')],
  ['m.safetensors.index.json', Buffer.from('{"metadata":{"total_size":16},"weight_map":{"w":"m-00001-of-00001.safetensors"}}')],
  ['SHA256SUMS', Buffer.from(`${digest}  m.bin\nSHA256 (b) = ${digest}\n`)],
  ['m.lfs', Buffer.from(`version https://git-lfs.github.com/spec/v1\noid sha256:${digest}\nsize 12\n`)],
  ['manifest.json', Buffer.from(JSON.stringify({ config: { digest: `sha256:${digest}` }, layers: [{ mediaType: 'application/vnd.ollama.image.model', digest: `sha256:${digest}`, size: 4 }] }))],
  ['bom.json', Buffer.from(JSON.stringify({ bomFormat: 'CycloneDX', components: [{ name: 'm.bin', hashes: [{ alg: 'SHA-256', content: digest }] }] }))],
  ['model.sig', Buffer.from(buildBundle({ files: { 'a.bin': 'one' }, key: privateKey, material: { publicKey: { hint: '' } } }))],
];
const key = join(writeFolder({ 'key.pem': publicKey.export({ type: 'spki', format: 'pem' }) }), 'key.pem');

describe(`damaged files, seed ${seed}, ${runs} runs each`, () => {
  it.each(seeds)('of the kind of %s end in a report within a second of computing', async (name, bytes) => {
    const random = xoroshiro128plus(seed);
    const folder = writeFolder({});
    for (let run = 0; run < runs; run += 1) {
      const damaged = mutateBytes(bytes, random);
      writeFileSync(join(folder, name), damaged);
      const { answer: report, milliseconds } = await cpuTimeOfLater(1_000, () => verifyWeights(folder, { asOf, ...(name === 'model.sig' ? { key } : {}) }));
      expect(milliseconds).toBeLessThan(1_000);
      expect(report.files.map(({ path, bytes: size }) => [path, size])).toEqual([[name, damaged.length]]);
      if (name === 'model.sig' && !damaged.equals(bytes)) expect(report.signature.covered).toEqual([]);
      expect(report.conclusion).not.toBe('conforming');
    }
  }, 60_000 + runs * 100);
});
