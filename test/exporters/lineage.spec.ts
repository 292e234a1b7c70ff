import { buildLineageGraph } from '../../src/core/inventory/build-lineage-graph.js';
import { assembleSnapshot } from '../../src/core/inventory/assemble-snapshot.js';
import { type InventoryRecord } from '../../src/core/inventory/inventory-fragment.js';
import { type LineageGraph } from '../../src/core/inventory/lineage-graph.js';
import { lineageFormats } from '../../src/exporters/lineage/lineage-formats.js';
import { layOutLineage } from '../../src/exporters/lineage/lay-out-lineage.js';
import { folderWith, runDomicile } from '../cli/run-domicile.js';
import { readXml, type XmlElement } from './read-xml.js';
import { cpuTimeOf } from '../cpu-time-of.js';

const origin = { line: 1, column: 1, confidence: 'declared' as const };
const record = (kind: InventoryRecord['kind'], id: string, value: object): InventoryRecord => ({ kind, id, value: { id, ...value }, origin, origins: {} });
const made = (child: string, relation: string, parent: string, dataset?: string): InventoryRecord => record('lineageEdge', `${child} ${relation} ${parent}`, { child, relation, parent, ...(dataset === undefined ? {} : { dataset }) });
const graphOf = (...records: InventoryRecord[]): LineageGraph => {
  const { graph } = buildLineageGraph(assembleSnapshot([{ source: { path: 'a', sha256: 'a'.repeat(64), importer: 'test' }, records }], '2026-11-28'), () => undefined);
  if (graph === undefined) throw new Error('a circle');
  return graph;
};
const hostile = ['"];evil [label="', '</text><script>alert(1)</script>', "' onload='x", '\\N\\"', 'a\nb\u0000\u001b[31m', '\u202eevil', '&lt;b&gt;]]>', '__proto__', 'constructor', 'Größe 模型 🜚', 'x'.repeat(300), '\ud800'];
const hostileGraph = graphOf(...hostile.flatMap((name, index) => [record('model', `m${index}`, { name }), made(`m${index}`, 'synthetic-data', index === 0 ? name : `m${index - 1}`, name)]), made('__proto__', 'distilled', 'constructor'));
const draw = (format: string, graph: LineageGraph): string => lineageFormats[format]?.(graph) ?? '';
const all = (element: XmlElement): XmlElement[] => [element, ...element.children.flatMap(all)];

describe('the lineage drawn', () => {
  const merge = graphOf(record('model', 'm', { name: 'Merged' }), record('model', 'a', {}), record('weightArtefact', 'w', { model: 'm', verification: 'digest' }), made('m', 'merge', 'a'), made('m', 'merge', 'b'), made('m', 'synthetic-data', 'gpt', 'Set'), made('a', 'distilled', 'gpt'));

  it('as text shows all parents of a merge, relations, the state of weights, and what is missing', () => {
    expect(draw('text', merge)).toBe(
      [
        'Merged (m)  [weights verified by digest]',
        '├─ merge of a  [no weights recorded]',
        '│  └─ distilled from gpt  [MISSING: no source and no facts describe it; no weights recorded]',
        '├─ merge of b  [MISSING: no source and no facts describe it; no weights recorded]',
        '└─ trained on synthetic data of gpt (data set Set)  [MISSING: no source and no facts describe it; no weights recorded]',
        '',
      ].join('\n'),
    );
  });

  it('as DOT leads from parents to children, and names stand in labels only', () => {
    const lines = draw('dot', merge).split('\n');
    expect(lines.filter((line) => line.includes('->'))).toEqual([
      '  n2 -> n0 [label="distilled from", style=dashed];',
      '  n0 -> n3 [label="merge of", style=solid];',
      '  n1 -> n3 [label="merge of", style=solid];',
      '  n2 -> n3 [label="trained on synthetic data of (data set Set)", style=dashed];',
    ]);
    for (const line of draw('dot', hostileGraph).split('\n').slice(4, -2)) expect(line).toMatch(/^ {2}n\d+( -> n\d+)? \[label="(?:[^"\\\n]|\\\\|\\"|\\n)*", style=[a-z]+\];$/);
  });

  it('as SVG is well-formed, holds no script or link, and shows every model and step', () => {
    for (const graph of [merge, hostileGraph, graphOf()]) {
      const elements = all(readXml(draw('svg', graph)));
      expect([...new Set(elements.map(({ name }) => name))].filter((name) => !['svg', 'title', 'desc', 'style', 'defs', 'marker', 'path', 'rect', 'text', 'g'].includes(name))).toEqual([]);
      expect(elements.flatMap(({ attributes }) => Object.keys(attributes)).filter((name) => /^on|href|style/.test(name))).toEqual([]);
      expect(elements.filter(({ attributes }) => attributes['class']?.startsWith('box') === true)).toHaveLength(graph.nodes.length);
      expect(elements.filter(({ attributes }) => attributes['class']?.startsWith('step') === true)).toHaveLength(graph.steps.length);
    }
  });

  it('keeps control characters out of every format, and the same graph gives the same bytes', () => {
    for (const format of Object.keys(lineageFormats)) {
      for (const character of ['\u0000', '\u001b', '\u202e']) expect(draw(format, hostileGraph)).not.toContain(character);
      expect(draw(format, hostileGraph)).toBe(draw(format, hostileGraph));
    }
  });

  it('lays no box over another, and parents left of their children', () => {
    const { nodes, steps } = layOutLineage(merge, { width: 250, height: 56 }, () => 100);
    for (const [index, { centre }] of nodes.entries()) for (const other of nodes.slice(index + 1)) expect(Math.abs(centre.x - other.centre.x) >= 250 || Math.abs(centre.y - other.centre.y) >= 56).toBe(true);
    const x = new Map(nodes.map(({ node, centre }) => [node.id, centre.x]));
    for (const { step } of steps) expect(x.get(step.parent)).toBeLessThan(x.get(step.child) ?? 0);
  });

  it('of as many models as may be drawn ends within seconds', () => {
    const many = graphOf(...Array.from({ length: 1_500 }, (_, index) => made(`m${index % 490}`, 'merge', `m${490 + ((index * 7) % 10)}`)));
    const { answer, milliseconds } = cpuTimeOf(15_000, () => draw('svg', many));
    expect(answer).toContain('</svg>');
    expect(milliseconds).toBeLessThan(15_000);
  });
});

describe('scan --lineage', () => {
  const manifest = (edges: string): string => `domicile: 1\nmodels:\n  - { id: a, baseModels: [${edges}] }\n  - id: b\n    baseModels: [{ id: a, relation: merge }]\n`;

  it('writes several formats at once, and names what is missing', () => {
    const folder = folderWith({ 'domicile.yaml': manifest('{ id: llama-3.1-8b, relation: finetune }, { id: lost, relation: unknown }') });
    const { code, stdout, stderr } = runDomicile(['scan', '.', '--lineage', '--format', 'text', '--format', 'svg'], { cwd: folder });
    expect([code, stdout, stderr]).toEqual([2, '', expect.stringContaining('only one format can go to standard output')]);
    const text = runDomicile(['scan', '.', '--lineage'], { cwd: folder });
    expect(text).toMatchObject({ code: 0, stderr: "domicile.yaml:3:69: warning: no source and no facts describe 'lost', which stands in a lineage; add it under models, or correct its id\n" });
    expect(text.stdout).toContain('fine-tune of llama-3.1-8b  [not in the inventory, known from the facts; no weights recorded]');
    expect(runDomicile(['scan', '.', '--lineage', '--format', 'svg'], { cwd: folder }).stdout).toMatch(/^<svg /);
  });

  it('refuses a circle, at its line, and other formats', () => {
    const folder = folderWith({ 'domicile.yaml': manifest('{ id: b, relation: finetune }') });
    expect(runDomicile(['scan', '.', '--lineage', '--format', 'dot'], { cwd: folder })).toEqual({ code: 2, stdout: '', stderr: 'domicile.yaml:3:27: models are said to be made from one another in a circle, a from b from a; correct the parents of one of them\n' });
    expect(runDomicile(['scan', '.', '--lineage', '--format', 'json'], { cwd: folder }).stderr).toContain("there is no format 'json'; write one of: text, dot, svg");
    expect(runDomicile(['scan', '.', '--lineage', '--code', '.'], { cwd: folder }).stderr).toContain('leave out --code');
  });
});
