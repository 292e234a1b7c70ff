import { assembleSnapshot } from '../../src/core/inventory/assemble-snapshot.js';
import { inventoryEntries } from '../../src/core/inventory/inventory-entries.js';
import { type InventoryFragment } from '../../src/core/inventory/inventory-fragment.js';
import { joinStatements } from '../../src/core/register/join-statements.js';
import { planChanges } from '../../src/core/register/plan-changes.js';
import { putTogether } from '../../src/core/register/put-together.js';
import { takeApart } from '../../src/core/register/take-apart.js';
import { exampleFragments } from '../factories/example-fragments.js';

const asOf = '2026-11-23T12:00:00.000Z';
const model = (path: string, value: Record<string, unknown>, line = 1): InventoryFragment => ({ source: { path, sha256: 'a'.repeat(64), importer: 'domicile-yaml' }, records: [{ kind: 'model', id: 'm', value: { id: 'm', ...value }, origin: { line, confidence: 'declared' }, origins: {} }] });

describe('what a register keeps', () => {
  it('gives back the inventory of the example, digest and origins alike', async () => {
    const fragments = await exampleFragments();
    const { records, sources } = takeApart([...fragments, ...fragments]);
    const again = assembleSnapshot(putTogether([...records.values()].reverse(), [...sources].reverse()), asOf);
    const once = assembleSnapshot(fragments, asOf);
    expect(again.digest).toBe(once.digest);
    expect([...again.origins]).toEqual([...once.origins]);
    expect(again.contradictions.length).toBeGreaterThan(0);
  });

  it('joins each record as the audit sees it', async () => {
    const fragments = await exampleFragments();
    const { records } = takeApart(fragments);
    const snapshot = assembleSnapshot(fragments, asOf);
    const entries = inventoryEntries(snapshot).filter(({ kind }) => kind !== 'dataFlow');
    expect(entries.length).toBeGreaterThan(20);
    for (const { key, record } of entries) {
      const kept = records.get(key);
      expect(kept && joinStatements(kept).value).toEqual(record);
    }
  });

  it('keeps apart what one file says of several subjects', () => {
    const [first, second] = [model('config.json', { name: 'A' }), { ...model('config.json', {}), records: [{ kind: 'model' as const, id: 'n', value: { id: 'n', name: 'A' }, origin: { confidence: 'declared' as const }, origins: {} }] }];
    const { records, sources } = takeApart([first, second, first]);
    expect(sources.map(({ fragment }) => fragment)).toEqual([0, 1]);
    expect(assembleSnapshot(putTogether(records.values(), sources), asOf).digest).toBe(assembleSnapshot([first, second], asOf).digest);
  });

  it('refuses a statement whose source it does not know', () => {
    const { records } = takeApart([model('a.yaml', {})]);
    expect(() => putTogether(records.values(), [])).toThrow('model m: its source a.yaml is not in the register');
  });
});

describe('a change of the register', () => {
  const all = (): boolean => true;
  const of = (path: string) => (statement: { readonly path: string }) => statement.path === path;
  const records = (...fragments: InventoryFragment[]) => takeApart(fragments).records;

  it('adds what is new and leaves alone what is said again', () => {
    const stated = records(model('a.yaml', { name: 'A' }));
    const plan = planChanges(new Map(), all, stated);
    expect(plan).toMatchObject({ unchanged: 0, changes: [{ key: 'model/m', what: 'added', value: { id: 'm', name: 'A' }, disputed: [] }] });
    expect(planChanges(stated, all, stated)).toEqual({ unchanged: 1, changes: [] });
  });

  it('names the fields that become other, and tells them from a change of place', () => {
    const before = records(model('a.yaml', { name: 'A', licence: 'mit' }));
    expect(planChanges(before, all, records(model('a.yaml', { name: 'B', family: 'f' }))).changes[0]).toMatchObject({
      what: 'changed',
      fields: [{ pointer: '/name', before: 'A', after: 'B' }, { pointer: '/family', after: 'f' }, { pointer: '/licence', before: 'mit' }],
    });
    expect(planChanges(before, all, records(model('a.yaml', { name: 'A', licence: 'mit' }, 7))).changes[0]).toMatchObject({ what: 'moved', fields: [] });
  });

  it('retires a record of which nobody speaks any longer, with the state it had', () => {
    expect(planChanges(records(model('a.yaml', { name: 'A' })), of('a.yaml'), new Map()).changes).toMatchObject([{ what: 'retired', value: { id: 'm', name: 'A' }, record: { statements: [] } }]);
  });

  it('keeps what other sources say, and shows where they contradict', () => {
    const before = records(model('a.yaml', { name: 'A' }), model('b.yaml', { name: 'A' }));
    const { changes } = planChanges(before, of('b.yaml'), records(model('b.yaml', { name: 'B' })));
    expect(changes).toMatchObject([{ what: 'changed', value: { id: 'm' }, disputed: ['/name'], fields: [{ pointer: '/name', before: 'A' }] }]);
    expect(planChanges(before, of('b.yaml'), new Map()).changes).toMatchObject([{ what: 'moved', value: { name: 'A' }, disputed: [] }]);
  });

  it('takes a retired record back as an added one, and does not retire it twice', () => {
    const retired = new Map([['model/m', { kind: 'model' as const, id: 'm', statements: [] }]]);
    expect(planChanges(retired, all, records(model('a.yaml', { name: 'A' }))).changes[0]?.what).toBe('added');
    expect(planChanges(retired, all, new Map())).toEqual({ unchanged: 1, changes: [] });
  });
});
