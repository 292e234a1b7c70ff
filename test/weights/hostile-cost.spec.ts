import { verifyWeights } from '../../src/weights/verify-weights.js';
import { type WeightsReport } from '../../src/weights/weights-report.js';
import { buildPickle } from './build-pickle.js';
import { buildZip } from './build-zip.js';
import { writeFolder } from './write-folder.js';

const verify = (files: Readonly<Record<string, string | Buffer>>): Promise<WeightsReport> => verifyWeights(writeFolder(files), { asOf: new Date('2026-06-01T00:00:00Z') });
const digest = 'a'.repeat(64);
const size = (report: WeightsReport): number => JSON.stringify([report.files, report.problems, report.reasons]).length;

/** Files that are small to write and would be costly to read in full: the report stays short and nothing is dropped without a word. */
describe('files made to exhaust a reader', () => {
  it.each<readonly [string, Readonly<Record<string, string | Buffer>>, RegExp]>([
    ['a list that names one file 90,000 times', { 'm.bin': 'x', SHA256SUMS: `${digest}  m.bin\n`.repeat(90_000) }, /SHA256SUMS names sha256:a/],
    ['a list that names 90,000 files', { SHA256SUMS: Array.from({ length: 90_000 }, (_, index) => `${digest}  ${index}\n`).join('') }, /89900 more files that manifests name are not here/],
    ['a list that names more than are compared', { SHA256SUMS: `${digest}  m.bin\n`.repeat(100_001) }, /names more than 100000 files; none was compared/],
    ['an index that names 90,000 files', { 'm.safetensors.index.json': JSON.stringify({ weight_map: Object.fromEntries(Array.from({ length: 90_000 }, (_, index) => [`t${index}`, `s${index}`])) }) }, /89950 more such faults/],
    ['a configuration that loads 90,000 classes', { 'config.json': JSON.stringify({ auto_map: Array.from({ length: 90_000 }, (_, index) => `m${index}.Net`) }) }, /and 400 more such findings/],
    ['an archive of bombs', { 'm.pt': buildZip(Array.from({ length: 150 }, (_, index) => ({ name: `${index}.pkl`, content: Buffer.alloc(2_000_000, 'N0'), deflate: true }))) }, /the archive has more faults than are listed/],
    ['an archive of 31,000 files', { 'm.pt': buildZip(Array.from({ length: 31_000 }, (_, index) => ({ name: `${index}`, content: Buffer.from([1]) }))) }, /holds 31000 files; at most 30000 are looked into/],
    ['a pickle of 6,000 imports', { 'm.pkl': Buffer.concat([Buffer.from([0x80, 2]), ...Array.from({ length: 6_000 }, (_, index) => Buffer.from(`cm${index}\nn\n0`)), Buffer.from('N.')]) }, /imports more than 5000 names/],
    ['1,001 pickles', { 'm.pkl': Buffer.concat(Array.from({ length: 1_001 }, buildPickle.emptyDict)) }, /more than 1000 pickles/],
  ])('%s', async (_, files, reason) => {
    const report = await verify(files);
    expect(report.reasons.join('\n')).toMatch(reason);
    expect(report.conclusion).not.toBe('conforming');
    expect(size(report)).toBeLessThan(200_000);
  });
});
