/** The part of dagre that the lineage drawing uses; the types it ships do not resolve under `nodenext`. */
declare module '@dagrejs/dagre' {
  interface Placed {
    readonly x?: number;
    readonly y?: number;
  }
  interface PlacedEdge extends Placed {
    readonly points?: readonly Placed[];
  }
  interface EdgeKey {
    readonly v: string;
    readonly w: string;
    readonly name: string;
  }
  export class Graph {
    constructor(options: { readonly multigraph: boolean });
    setGraph(label: { readonly rankdir: 'LR'; readonly nodesep: number; readonly ranksep: number; readonly marginx: number; readonly marginy: number }): this;
    setNode(id: string, label: { readonly width: number; readonly height: number }): this;
    setEdge(key: EdgeKey, label: { readonly width: number; readonly height: number; readonly labelpos: 'c' }): this;
    graph(): { readonly width?: number; readonly height?: number };
    node(id: string): Placed;
    edge(key: EdgeKey): PlacedEdge;
  }
  export function layout(graph: Graph): void;
}
