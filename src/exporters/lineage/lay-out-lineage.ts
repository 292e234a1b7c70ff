import { Graph, layout } from '@dagrejs/dagre';
import { type LineageGraph, type LineageNode, type LineageStep } from '../../core/inventory/lineage-graph.js';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface PlacedNode {
  readonly node: LineageNode;
  readonly centre: Point;
}

export interface PlacedStep {
  readonly step: LineageStep;
  readonly points: readonly Point[];
  /** Middle of its words. */
  readonly label: Point;
}

export interface LineageLayout {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PlacedNode[];
  readonly steps: readonly PlacedStep[];
}

/** Boxes in layers from parents on the left to children on the right, in points. Nodes are numbered, so that no name meets the library. */
export function layOutLineage({ nodes, steps }: LineageGraph, box: { readonly width: number; readonly height: number }, labelWidth: (step: LineageStep) => number): LineageLayout {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'LR', nodesep: 24, ranksep: 40, marginx: 16, marginy: 16 });
  const numbers = new Map(nodes.map(({ id }, index) => [id, `n${index}`]));
  for (const number of numbers.values()) graph.setNode(number, { width: box.width, height: box.height });
  const edges = steps.map((step, index) => ({ step, v: numbers.get(step.parent) ?? '', w: numbers.get(step.child) ?? '', name: `e${index}` }));
  for (const { step, v, w, name } of edges) graph.setEdge({ v, w, name }, { width: labelWidth(step), height: 14, labelpos: 'c' });
  layout(graph);
  const { width = 0, height = 0 } = graph.graph();
  return {
    width,
    height,
    nodes: nodes.map((node, index) => ({ node, centre: pointOf(graph.node(`n${index}`)) })),
    steps: edges.map(({ step, v, w, name }) => {
      const edge = graph.edge({ v, w, name });
      return { step, points: (edge.points ?? []).map(pointOf), label: pointOf(edge) };
    }),
  };
}

const pointOf = ({ x = 0, y = 0 }: Partial<Point>): Point => ({ x, y });
