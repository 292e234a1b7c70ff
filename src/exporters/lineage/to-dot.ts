import { type LineageGraph, type LineageNode } from '../../core/inventory/lineage-graph.js';
import { datasetWords, nodeName, nodeState, stepWords } from './lineage-words.js';

const shapes: Readonly<Record<LineageNode['known'], string>> = { recorded: 'solid', 'by-facts': 'rounded', missing: 'dashed' };

/** The lineage in the language of Graphviz, from parents to children. Names stand in labels only; nodes are numbered. */
export function toDot({ nodes, steps }: LineageGraph): string {
  const numbers = new Map(nodes.map(({ id }, index) => [id, `n${index}`]));
  return [
    'digraph lineage {',
    '  rankdir=LR;',
    '  node [shape=box, fontname="sans-serif"];',
    '  edge [fontname="sans-serif"];',
    ...nodes.map((node, index) => `  n${index} [label=${quoted(`${nodeName(node)}\n${nodeState(node)}`)}, style=${shapes[node.known]}];`),
    ...steps.map((step) => `  ${numbers.get(step.parent) ?? ''} -> ${numbers.get(step.child) ?? ''} [label=${quoted(stepWords(step) + datasetWords(step))}, style=${step.relation === 'synthetic-data' || step.relation === 'distilled' ? 'dashed' : 'solid'}];`),
    '}',
    '',
  ].join('\n');
}

/** A quoted string in which nothing is special: Graphviz reads `\N`, `\l` and character references in labels. */
function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('&', '&amp;').replaceAll('\n', '\\n')}"`;
}
