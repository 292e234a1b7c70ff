import { queryText, request } from '../api/request.js';
import { ProblemError } from '../api/problem-error.js';
import { type InventoryRecord } from '../api/shapes.js';
import { type GraphNode, type GraphStep } from '../charts/lineage-graph.js';

/** Models that are still drawn. */
const most = 60;

export interface Lineage {
  readonly nodes: readonly GraphNode[];
  readonly steps: readonly GraphStep[];
  /** Whether there are more than were followed. */
  readonly more: boolean;
}

interface Page {
  readonly items: readonly InventoryRecord[];
  readonly next: string | null;
}

/** Everything a model was made from and everything that was made from it, as the register states it, followed step by step. */
export async function findLineage(model: string): Promise<Lineage> {
  const steps = new Map<string, GraphStep>();
  const found = new Set([model]);
  let more = false;
  let edge = [model];
  while (edge.length > 0) {
    const pages = await Promise.all(edge.flatMap((id) => [stepsOf('child', id), stepsOf('parent', id)]));
    for (const { items, next } of pages) {
      more ||= next !== null;
      for (const { id, value } of items) steps.set(id, { child: String(value['child']), parent: String(value['parent']), relation: String(value['relation']) });
    }
    const beyond = [...new Set([...steps.values()].flatMap(({ child, parent }) => [child, parent]))].filter((id) => !found.has(id));
    edge = beyond.slice(0, Math.max(0, most - found.size));
    more ||= edge.length < beyond.length;
    for (const id of edge) found.add(id);
  }
  const nodes = await Promise.all([...found].map(nodeOf));
  return { nodes, steps: [...steps.values()].filter(({ child, parent }) => found.has(child) && found.has(parent)), more };
}

function stepsOf(end: 'child' | 'parent', id: string): Promise<Page> {
  return request<Page>(`register/records${queryText({ kind: 'lineageEdge', where: `${end}=${id}`, limit: 200 })}`);
}

async function nodeOf(id: string): Promise<GraphNode> {
  try {
    const { value } = await request<InventoryRecord>(`register/records/model/${encodeURIComponent(id)}`);
    return { id, name: typeof value['name'] === 'string' ? value['name'] : id, recorded: true };
  } catch (error) {
    if (error instanceof ProblemError && error.status === 404) return { id, name: id, recorded: false };
    throw error;
  }
}
