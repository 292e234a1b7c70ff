import fc from 'fast-check';
import { type AuditResult } from '../../src/core/audit/audit-result.js';
import { assembleSnapshot } from '../../src/core/inventory/assemble-snapshot.js';
import { type InventorySnapshot } from '../../src/core/inventory/inventory-snapshot.js';
import { sha256Of } from '../../src/core/inventory/sha256-of.js';
import { auditStatementSchema } from '../../src/cli/audit-statement-schema.js';
import { inTotoExporter } from '../../src/exporters/in-toto/in-toto.exporter.js';
import { jsonExporter } from '../../src/exporters/json/json.exporter.js';
import { importSources } from '../../src/importers/import-sources.js';
import { exampleFragments } from '../factories/example-fragments.js';
import { wildFragments } from '../factories/hostile-fragments.js';
import { exampleResult } from './example-result.js';

const asOf = '2026-11-23T00:00:00.000Z';
const read = (text: string) => importSources([{ path: 'audit.intoto.json', bytes: new TextEncoder().encode(text), sha256: sha256Of(text) }]);
const weights: InventorySnapshot['weights'] = [
  { id: 'a/model.safetensors', model: 'a', file: 'model.safetensors', sha256: 'a'.repeat(64) },
  { id: 'b/model.safetensors', model: 'b', file: 'model.safetensors', sha256: 'b'.repeat(64), publisherSha256: 'c'.repeat(64) },
  { id: 'c/unhashed.gguf', model: 'c', publisherSha256: 'd'.repeat(64) },
];

let snapshot: InventorySnapshot;
let result: AuditResult;
beforeAll(async () => {
  snapshot = { ...assembleSnapshot(await exampleFragments(), asOf), weights };
  result = await exampleResult();
});

describe('in-toto', () => {
  it('speaks of the audited inventory and of every artefact with a digest of its bytes, and names those without', () => {
    const statement = auditStatementSchema.parse(JSON.parse(inTotoExporter.export(result, snapshot)));
    expect(statement.subject).toEqual([
      { name: 'inventory', digest: { sha256: result.digests.snapshot.slice('sha256:'.length) } },
      { name: 'a/model.safetensors', digest: { sha256: 'a'.repeat(64) }, annotations: { model: 'a', file: 'model.safetensors' } },
      { name: 'b/model.safetensors', digest: { sha256: 'b'.repeat(64) }, annotations: { model: 'b', file: 'model.safetensors' } },
    ]);
    const { conclusion, gate, digests, counts, engine } = result;
    expect(statement.predicate).toMatchObject({ conclusion, gate, digests, counts, engine, asOf: result.asOf, result: { digest: { sha256: sha256Of(jsonExporter.export(result)) } }, weightsWithoutDigest: ['c/unhashed.gguf'] });
  });

  it('is read back without losing a digest, and claims no verification', () => {
    const { fragments, problems } = read(inTotoExporter.export(result, snapshot));
    const records = fragments.flatMap((fragment) => fragment.records);
    expect(problems).toEqual([]);
    expect(records.map(({ kind, value }) => [kind, value])).toEqual([
      ['weightArtefact', { id: 'a/model.safetensors', model: 'a', file: 'model.safetensors', sha256: 'a'.repeat(64) }],
      ['weightArtefact', { id: 'b/model.safetensors', model: 'b', file: 'model.safetensors', sha256: 'b'.repeat(64) }],
    ]);
    for (const { origins } of records) expect(origins['/sha256']).toMatchObject({ confidence: 'declared', note: `audited in the inventory ${result.digests.snapshot} as of ${result.asOf}`, line: expect.any(Number) });
    expect(fragments[0]?.source.effective).toBe(result.asOf);
  });

  it('contradicts other bytes under the same id, once it is read beside them', () => {
    const { fragments } = read(inTotoExporter.export(result, snapshot));
    const other = { source: { path: 'now.yaml', sha256: '0'.repeat(64), importer: 'test' }, records: [{ kind: 'weightArtefact' as const, id: 'a/model.safetensors', value: { id: 'a/model.safetensors', sha256: 'e'.repeat(64) }, origin: { confidence: 'declared' as const }, origins: {} }] };
    expect(assembleSnapshot([...fragments, other], asOf).contradictions).toEqual([expect.objectContaining({ record: 'weights/a/model.safetensors', pointer: '/sha256' })]);
  });

  it('warns where it speaks of no weights, and refuses subjects without a digest', () => {
    expect(read(inTotoExporter.export(result, { ...snapshot, weights: [] })).problems).toEqual([expect.objectContaining({ code: 'no-facts', level: 'warning', message: expect.stringContaining(result.digests.snapshot) })]);
    const text = inTotoExporter.export(result, snapshot).replace('a'.repeat(64), 'short');
    expect(read(text).problems).toEqual([expect.objectContaining({ code: 'invalid-value', line: expect.any(Number) })]);
  });

  it('holds to its schema whatever the inventory says, the same bytes each time', () => {
    fc.assert(
      fc.property(wildFragments, (fragments) => {
        const wild = assembleSnapshot(fragments, asOf);
        const text = inTotoExporter.export(result, wild);
        expect(auditStatementSchema.safeParse(JSON.parse(text))).toMatchObject({ success: true });
        expect(text).not.toMatch(/(?<!\\)\\u(d[89a-f]|00[01])/i);
        expect(inTotoExporter.export(structuredClone(result), wild)).toBe(text);
        read(text);
      }),
      { numRuns: 100 },
    );
  });
});
