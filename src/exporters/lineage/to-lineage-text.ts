import { groupedBy } from '../../core/inventory/grouped-by.js';
import { type LineageGraph } from '../../core/inventory/lineage-graph.js';
import { datasetWords, nodeName, nodeState, stepWords } from './lineage-words.js';

const most = { lines: 20_000, depth: 60 };

/** The lineage as trees: each model that nothing was made from, and under it all its parents. What was shown already is named and not shown again. */
export function toLineageText({ nodes, steps, apart }: LineageGraph): string {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = groupedBy(steps, ({ child }) => child);
  const hasChild = new Set(steps.map(({ parent }) => parent));
  const shown = new Set<string>();
  const lines: string[] = [];
  const show = (id: string, head: string, tail: string, margin: string, depth: number): void => {
    const node = byId.get(id);
    if (node === undefined || lines.length > most.lines) return;
    const of = parents.get(id) ?? [];
    const again = shown.has(id) && of.length > 0;
    lines.push(`${head}${nodeName(node)}${tail}  [${nodeState(node)}]${again ? ', as above' : depth === most.depth && of.length > 0 ? ', deeper steps are not shown' : ''}`);
    shown.add(id);
    if (again || depth === most.depth) return;
    of.forEach((step, index) => {
      const last = index === of.length - 1;
      show(step.parent, `${margin}${last ? '└─ ' : '├─ '}${stepWords(step)} `, datasetWords(step), `${margin}${last ? '   ' : '│  '}`, depth + 1);
    });
  };
  for (const { id } of nodes.filter((node) => !hasChild.has(node.id))) show(id, '', '', '', 0);
  const cut = lines.length > most.lines ? [`more than ${most.lines} lines; scan fewer models at once`] : [];
  const none = nodes.length === 0 ? ['no model states what it was made from'] : [];
  const alone = apart === 0 ? [] : ['', `${apart} ${apart === 1 ? 'model states' : 'models state'} no lineage`];
  return `${[...none, ...lines, ...cut, ...alone].join('\n')}\n`;
}
