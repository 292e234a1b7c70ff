import { createHash } from 'node:crypto';
import { assembleSnapshot } from '../../src/core/inventory/assemble-snapshot.js';
import { model } from '../../src/core/inventory/model.js';
import { weightArtefact } from '../../src/core/inventory/weight-artefact.js';
import { verifyWeights } from '../../src/weights/verify-weights.js';
import { weightFragments } from '../../src/weights/weight-fragments.js';
import { buildGguf } from './build-gguf.js';
import { buildPickle } from './build-pickle.js';
import { writeFolder } from './write-folder.js';

const verifiedAt = '2026-06-01T00:00:00.000Z';
const gguf = buildGguf({ metadata: [['general.architecture', 'llama'], ['general.license', 'mit'], ['general.file_type', 15], ['general.quantized_by', 'Somebody']] });
const sha256 = createHash('sha256').update(gguf).digest('hex');

describe('weightFragments', () => {
  it('turns a report into records of the inventory, verified, contradicted or inferred', async () => {
    const evil = buildPickle.globalCall('os', 'system', 'id');
    const folder = writeFolder({ 'm.gguf': gguf, 'a.pkl': evil, 'README.md': 'x', SHA256SUMS: `${sha256}  m.gguf\n${sha256}  a.pkl\n` });
    const fragments = weightFragments(await verifyWeights(folder, { asOf: new Date(verifiedAt) }), { model: 'org/m', verifiedAt });
    const records = fragments.flatMap((fragment) => fragment.records);
    expect(fragments.map(({ source }) => source)).toEqual([expect.objectContaining({ path: 'a.pkl', importer: 'weights', effective: verifiedAt }), expect.objectContaining({ path: 'm.gguf', sha256 })]);
    const [pickle, header, licence] = records;
    expect(pickle).toMatchObject({ origin: { confidence: 'contradicted' }, value: { format: 'pickle', verification: 'none', unsafeSerialisation: true, publisherSha256: sha256 } });
    expect(header).toMatchObject({ id: `sha256:${sha256}`, origin: { confidence: 'verified' }, value: { file: 'm.gguf', format: 'gguf', quantisation: 'Q4_K_M', converter: 'Somebody', verification: 'digest', verifiedAt, unsafeSerialisation: false } });
    expect(licence).toMatchObject({ kind: 'model', id: 'org/m', origin: { confidence: 'declared' }, value: { licence: { declaredAs: 'mit' } } });
    for (const { kind, id, value } of records) expect((kind === 'model' ? model : weightArtefact).parse({ ...value, id })).toBeDefined();
  });

  it('says nothing of files that hold no weights', async () => {
    expect(weightFragments(await verifyWeights(writeFolder({ 'README.md': 'x' }), { asOf: new Date(verifiedAt) }), { verifiedAt })).toEqual([]);
  });

  it('is taken into a snapshot', async () => {
    const report = await verifyWeights(writeFolder({ 'm.gguf': gguf, 'copy/m.gguf': gguf }), { asOf: new Date(verifiedAt) });
    const snapshot = assembleSnapshot(weightFragments(report, { verifiedAt }), verifiedAt);
    expect(snapshot.weights.map(({ id }) => id)).toEqual([`sha256:${sha256}`]);
    expect(snapshot.contradictions).toEqual([]);
  });
});
