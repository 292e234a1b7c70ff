import { groupedBy } from './grouped-by.js';
import { type LineageEdge } from './lineage-edge.js';

/** Steps that lead from a model back to it, each the parent of the one before; undefined where nothing was made from itself. Linear in the number of steps, however deep they lead. */
export function findLineageCircle(edges: readonly LineageEdge[]): readonly LineageEdge[] | undefined {
  const byChild = groupedBy(edges, ({ child }) => child);
  const done = new Set<string>();
  for (const start of byChild.keys()) {
    const way: { readonly model: string; readonly edge?: LineageEdge; next: number }[] = [{ model: start, next: 0 }];
    const open = new Set([start]);
    for (let top = way.at(-1); top !== undefined; top = way.at(-1)) {
      const edge = done.has(top.model) ? undefined : byChild.get(top.model)?.[top.next++];
      if (edge === undefined) {
        done.add(top.model);
        open.delete(top.model);
        way.pop();
      } else if (open.has(edge.parent)) {
        const from = way.findIndex(({ model }) => model === edge.parent);
        return [...way.slice(from + 1).flatMap((step) => (step.edge === undefined ? [] : [step.edge])), edge];
      } else if (!done.has(edge.parent)) {
        way.push({ model: edge.parent, edge, next: 0 });
        open.add(edge.parent);
      }
    }
  }
  return undefined;
}
