import { Graph, layout } from '@dagrejs/dagre';
import { line } from 'd3-shape';
import { useChartColours } from './use-chart-colours.js';

export interface GraphNode {
  readonly id: string;
  readonly name: string;
  /** Whether the register knows it. */
  readonly recorded: boolean;
}

export interface GraphStep {
  readonly child: string;
  readonly parent: string;
  readonly relation: string;
}

interface LineageGraphProps {
  readonly nodes: readonly GraphNode[];
  readonly steps: readonly GraphStep[];
  /** The one whose lineage it is. */
  readonly centre: string;
  readonly label: string;
  readonly relationName: (relation: string) => string;
  readonly missing: string;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

const box = { width: 190, height: 44 };

/** Models from parents on the left to children on the right, with how each was made from the other. */
export function LineageGraph({ nodes, steps, centre, label, relationName, missing }: LineageGraphProps) {
  const colours = useChartColours();
  const placed = place(nodes, steps, relationName);
  const path = line<Point>(({ x }) => x, ({ y }) => y);
  return (
    <svg role="img" aria-label={label} width={placed.width} height={placed.height} style={{ display: 'block', fontSize: 12 }}>
      <defs><marker id="lineage-arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto-start-reverse"><path d="M0 0 L10 5 L0 10 z" fill={colours.faint} /></marker></defs>
      {placed.steps.map(({ words, points, at }, index) => (
        <g key={index}>
          <path d={path([...points]) ?? ''} fill="none" stroke={colours.faint} strokeWidth={1.5} markerEnd="url(#lineage-arrow)" />
          <text x={at.x} y={at.y + 4} textAnchor="middle" fill={colours.ink} style={{ paintOrder: 'stroke' }} stroke={colours.ground} strokeWidth={5}>{words}</text>
        </g>
      ))}
      {placed.nodes.map(({ node: { id, name, recorded }, at }) => (
        <g key={id} transform={`translate(${at.x - box.width / 2},${at.y - box.height / 2})`}>
          <rect width={box.width} height={box.height} rx={6} fill={id === centre ? colours.home : colours.ground} fillOpacity={id === centre ? 0.16 : 1} stroke={recorded ? colours.home : colours.open} strokeWidth={id === centre ? 2.5 : 1.5} strokeDasharray={recorded ? '' : '5 4'} />
          <text x={box.width / 2} y={recorded ? 27 : 19} textAnchor="middle" fill={colours.ink} fontWeight={id === centre ? 700 : 400}>{name.length > 24 ? `${name.slice(0, 23)}…` : name}</text>
          {recorded ? null : <text x={box.width / 2} y={35} textAnchor="middle" fill={colours.open}>{missing}</text>}
        </g>
      ))}
    </svg>
  );
}

/** Nodes are numbered, so that no name meets the library. */
function place(nodes: readonly GraphNode[], steps: readonly GraphStep[], relationName: (relation: string) => string) {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'LR', nodesep: 24, ranksep: 40, marginx: 8, marginy: 8 });
  const numbers = new Map(nodes.map(({ id }, index) => [id, `n${index}`]));
  for (const number of numbers.values()) graph.setNode(number, { ...box });
  const edges = steps.map(({ child, parent, relation }, index) => ({ words: relationName(relation), key: { v: numbers.get(parent) ?? '', w: numbers.get(child) ?? '', name: `e${index}` } }));
  for (const { words, key } of edges) graph.setEdge(key, { width: words.length * 6.5 + 10, height: 16, labelpos: 'c' });
  layout(graph);
  const { width = 0, height = 0 } = graph.graph() as { readonly width?: number; readonly height?: number };
  return {
    width,
    height,
    nodes: nodes.map((node, index) => ({ node, at: pointOf(graph.node(`n${index}`) as Partial<Point>) })),
    steps: edges.map(({ words, key }) => {
      const edge = graph.edge(key) as Partial<Point> & { readonly points?: readonly Partial<Point>[] };
      return { words, points: (edge.points ?? []).map(pointOf), at: pointOf(edge) };
    }),
  };
}

const pointOf = ({ x = 0, y = 0 }: Partial<Point>): Point => ({ x, y });
