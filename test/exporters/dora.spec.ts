import fc from 'fast-check';
import { assembleSnapshot } from '../../src/core/inventory/assemble-snapshot.js';
import { type InventoryFragment, type InventoryRecord } from '../../src/core/inventory/inventory-fragment.js';
import { type NounKind } from '../../src/core/inventory/noun-kind.js';
import { doraTable } from '../../src/exporters/tables/dora-table.js';
import { exampleFragments } from '../factories/example-fragments.js';
import { validFragments, wildFragments } from '../factories/hostile-fragments.js';
import { exportedInventory } from './round-trip.js';

const asOf = '2026-11-23T00:00:00.000Z';
const origin = { line: 1, column: 1, confidence: 'declared' } as const;
const record = (kind: NounKind, value: { readonly id: string } & Record<string, unknown>): InventoryRecord => ({ kind, id: value.id, value, origin, origins: {} });
const stating = (...files: readonly (readonly InventoryRecord[])[]): InventoryFragment[] => files.map((records, index) => ({ source: { path: `${index}.yaml`, sha256: String(index).repeat(64), importer: 'test' }, records }));
const rowsOf = (fragments: readonly InventoryFragment[]): Record<string, string>[] => {
  const { columns, rows } = doraTable(assembleSnapshot(fragments, asOf));
  return rows.map((row) => Object.fromEntries(row.map((cell, index) => [columns[index]?.replace(/ .*/, '') ?? '', cell])));
};

describe('the keys of the DORA register', () => {
  it('name contract, provider, function, rank, places of data and substitutability', () => {
    const rows = rowsOf(
      stating([
        record('legalEntity', { id: 'acme', lei: '529900ACMEXXXXXXXX00' }),
        record('provider', { id: 'cloud', name: 'Cloud SE', country: 'IE', lei: '549300CLOUDXXXXXXX00', rank: 1, substitutability: 'highly-complex', contract: { reference: 'C-7', terminationNoticeDays: 90 } }),
        record('provider', { id: 'home', kind: 'own' }),
        record('deployment', { id: 'd', status: 'live', legalEntity: 'acme', provider: 'home', place: { provider: 'cloud', country: 'DE' }, doraFunction: 'Claims', exitPlan: { reference: 'E-1' } }),
        record('dataFlow', { id: 'f', deployment: 'd', stage: 'prompt', to: 'cloud', storageCountries: ['IE'], processingCountries: ['FR'], subProcessors: [{ name: 'Sub Ltd', country: 'IN' }] }),
        record('dataFlow', { id: 'g', deployment: 'd', stage: 'log', to: 'cloud', storageCountries: ['IE', 'SE'] }),
      ]),
    );
    expect(rows).toEqual([
      { deployment: 'd', status: 'live', role: 'infrastructure; recipient (prompt); recipient (log)', provider: 'Cloud SE', 'B_02.02.0010': 'C-7', 'B_02.02.0020': '529900ACMEXXXXXXXX00', 'B_02.02.0030': '549300CLOUDXXXXXXX00', 'B_02.02.0040': 'LEI', country: 'unknown', ultimate: 'unknown', 'B_06.01.0030': 'Claims', criticality: 'unknown', 'B_05.02.0050': '1', 'B_02.02.0150': 'IE; SE', 'B_02.02.0160': 'DE; FR; unknown', 'B_07.01.0050': 'Highly complex substitutability', 'B_07.01.0080': 'Yes', termination: '90' },
      expect.objectContaining({ deployment: 'd', role: 'sub-processor of cloud', provider: 'Sub Ltd', 'B_02.02.0010': 'unknown', 'B_05.02.0050': 'unknown', 'B_02.02.0150': 'unknown' }),
    ]);
  });

  it('say what is contradicted, and give a row to an operator or recipient that nobody names', () => {
    const rows = rowsOf(stating([record('deployment', { id: 'd' }), record('dataFlow', { id: 'f', deployment: 'd', stage: 'prompt' }), record('provider', { id: 'p', rank: 1 })], [record('provider', { id: 'p', rank: 2 }), record('deployment', { id: 'e', provider: 'p' })], [record('deployment', { id: 'e', provider: 'q' })]));
    expect(rows.map(({ deployment, role, provider }) => [deployment, role, provider])).toEqual([['d', 'operator; recipient (prompt)', 'unknown'], ['e', 'operator', 'unknown']]);
    const { rows: cells } = doraTable(assembleSnapshot(stating([record('provider', { id: 'p', rank: 1 }), record('deployment', { id: 'e', provider: 'p' })], [record('provider', { id: 'p', rank: 2 })]), asOf));
    expect(cells[0]).toContain('contradicted');
  });

  it('leave no cell empty, whatever files say', async () => {
    const check = (fragments: readonly InventoryFragment[]): void => {
      const { columns, rows } = doraTable(assembleSnapshot(fragments, asOf));
      for (const row of rows) {
        expect(row).toHaveLength(columns.length);
        for (const cell of row.slice(1)) expect(cell).not.toBe('');
      }
    };
    check(await exampleFragments());
    fc.assert(fc.property(fc.oneof(validFragments, wildFragments), check), { numRuns: 150 });
  });

  it('are the same bytes for the same inventory', async () => {
    const text = exportedInventory('dora-csv', assembleSnapshot(await exampleFragments(), asOf));
    expect(exportedInventory('dora-csv', assembleSnapshot([...(await exampleFragments())].reverse(), asOf))).toBe(text);
    expect(text).toMatch(/^"deployment","status",.*"B_05\.02\.0050 rank",/);
  });
});
