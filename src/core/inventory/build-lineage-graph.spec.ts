import { assembleSnapshot } from './assemble-snapshot.js';
import { buildLineageGraph } from './build-lineage-graph.js';
import { type InventoryRecord } from './inventory-fragment.js';
import { type InventorySnapshot } from './inventory-snapshot.js';
import { cpuTimeOf } from '../../../test/cpu-time-of.js';

const record = (kind: InventoryRecord['kind'], id: string, value: object, line: number): InventoryRecord => ({ kind, id, value: { id, ...value }, origin: { line, column: 1, confidence: 'declared' }, origins: {} });
const made = (child: string, parent: string, line = 1, relation = 'finetune'): InventoryRecord => record('lineageEdge', `${child} ${relation} ${parent}`, { child, parent, relation }, line);
const model = (id: string): InventoryRecord => record('model', id, {}, 1);
const snapshotOf = (...records: InventoryRecord[]): InventorySnapshot => assembleSnapshot([{ source: { path: 'domicile.yaml', sha256: 'a'.repeat(64), importer: 'test' }, records }], '2026-11-28');
const nobody = (): undefined => undefined;

describe('the lineage graph', () => {
  it('holds every parent of a merge, models apart and the state of weights', () => {
    const weights = (id: string, verification?: string): InventoryRecord => record('weightArtefact', id, { model: 'merged', ...(verification === undefined ? {} : { verification }) }, 1);
    const { graph, problems } = buildLineageGraph(snapshotOf(model('merged'), model('a'), model('b'), model('alone'), made('merged', 'a', 1, 'merge'), made('merged', 'b', 1, 'merge'), weights('w1', 'digest'), weights('w2', 'signature'), weights('w3', 'none')), nobody);
    expect(problems).toEqual([]);
    expect(graph?.steps.map(({ parent }) => parent)).toEqual(['a', 'b']);
    expect(graph?.nodes.map(({ id, weights: known }) => [id, known])).toEqual([['a', { files: 0, verified: 0, by: 'none' }], ['b', { files: 0, verified: 0, by: 'none' }], ['merged', { files: 3, verified: 2, by: 'both' }]]);
    expect(graph?.apart).toBe(1);
  });

  it('names parents that nothing describes, and tells them from those the facts know', () => {
    const { graph, problems } = buildLineageGraph(snapshotOf(model('a'), made('a', 'known', 3), made('a', 'lost', 4)), (id) => (id === 'known' ? 'Known 7B' : undefined));
    expect(graph?.nodes.map(({ id, name, known }) => `${id} ${name} ${known}`)).toEqual(['a a recorded', 'known Known 7B by-facts', 'lost lost missing']);
    expect(problems).toEqual([expect.objectContaining({ file: 'domicile.yaml', line: 4, code: 'missing-parent', level: 'warning', message: expect.stringContaining("'lost'") })]);
  });

  it.each([
    [[made('a', 'a', 7)], 'a from a'],
    [[made('a', 'b', 7), made('b', 'c'), made('c', 'a')], 'a from b from c from a'],
    [[made('x', 'a'), made('a', 'b', 7), made('a', 'z'), made('b', 'a')], 'a from b from a'],
  ])('refuses a circle and names it', (edges, names) => {
    const { graph, problems } = buildLineageGraph(snapshotOf(...edges), nobody);
    expect(graph).toBeUndefined();
    expect(problems).toEqual([expect.objectContaining({ line: 7, code: 'lineage-circle', message: expect.stringContaining(`in a circle, ${names}; correct`) })]);
  });

  it('takes two ways to one ancestor for no circle, and ends soon on a chain of 20,000', () => {
    expect(buildLineageGraph(snapshotOf(made('a', 'b'), made('a', 'c'), made('b', 'd'), made('c', 'd')), nobody).graph?.steps).toHaveLength(4);
    const chain = Array.from({ length: 20_000 }, (_, index) => made(`m${index}`, `m${index + 1}`));
    const { answer, milliseconds } = cpuTimeOf(3_000, () => buildLineageGraph(snapshotOf(...chain), () => 'known'));
    expect(answer.graph?.steps).toHaveLength(20_000);
    expect(milliseconds).toBeLessThan(3_000);
    expect(buildLineageGraph(snapshotOf(...chain, made('m20000', 'm0')), nobody).problems[0]?.code).toBe('lineage-circle');
  });
});
