import { curveBasis, line } from 'd3-shape';
import { type LineageGraph, type LineageNode } from '../../core/inventory/lineage-graph.js';
import { readableText } from '../../core/inventory/readable-text.js';
import { xmlText } from '../xml-text.js';
import { layOutLineage, type PlacedNode, type PlacedStep, type Point } from './lay-out-lineage.js';
import { datasetWords, nodeName, nodeState, stepWords } from './lineage-words.js';

const box = { width: 250, height: 56 };
const letter = 6.2;
const style = 'text{font-family:system-ui,sans-serif;font-size:11px;fill:#1c2430}.name{font-weight:600;font-size:12px}.box{fill:#fff;stroke:#33415c;stroke-width:1.2}.by-facts{stroke:#7a869c}.missing{stroke:#b3261e;stroke-dasharray:5 3}.verified{fill:#e8f3ec}.step{fill:none;stroke:#33415c;stroke-width:1.1}.soft{stroke-dasharray:5 3}.back{fill:#fff;fill-opacity:.85}';

/** The lineage as a drawing that stands alone: no script, no link, no font to fetch. State is told in words and by outline, not by colour alone. */
export function toLineageSvg(graph: LineageGraph): string {
  const { width, height, nodes, steps } = layOutLineage(graph, box, (step) => shortened(stepWords(step) + datasetWords(step), 40).length * letter + 8);
  const [wide, high] = [Math.ceil(Math.max(width, 200)), Math.ceil(Math.max(height, 60))];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${high}" viewBox="0 0 ${wide} ${high}" role="img">`,
    `<title>Lineage of ${graph.nodes.length} models</title>`,
    `<desc>${xmlText(graph.steps.slice(0, 500).map((step) => `${readableText(step.child)} ${stepWords(step)} ${readableText(step.parent)}${datasetWords(step)}`).join('; '))}</desc>`,
    `<style>${style}</style>`,
    '<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z" fill="#33415c"/></marker></defs>',
    ...steps.map(stepPath),
    ...steps.map(stepLabel),
    ...nodes.map(nodeBox),
    ...(nodes.length === 0 ? ['<text x="16" y="34">no model states what it was made from</text>'] : []),
    '</svg>',
    '',
  ].join('\n');
}

const curve = line<Point>(({ x }) => x, ({ y }) => y).curve(curveBasis);

function stepPath({ step, points }: PlacedStep): string {
  const soft = step.relation === 'synthetic-data' || step.relation === 'distilled' ? ' soft' : '';
  return `<path class="step${soft}" marker-end="url(#tip)" d="${(curve(points) ?? '').replace(/-?\d+\.\d+/g, (number) => round(Number(number)))}"/>`;
}

function stepLabel({ step, label }: PlacedStep): string {
  const text = shortened(stepWords(step) + datasetWords(step), 40);
  const width = text.length * letter + 6;
  return `<rect class="back" x="${round(label.x - width / 2)}" y="${round(label.y - 8)}" width="${round(width)}" height="16"/><text x="${round(label.x)}" y="${round(label.y + 4)}" text-anchor="middle">${xmlText(text)}</text>`;
}

function nodeBox({ node, centre }: PlacedNode): string {
  const [left, top] = [centre.x - box.width / 2, centre.y - box.height / 2];
  const words = wrapped(nodeState(node), 44);
  return [
    `<g><title>${xmlText(`${nodeName(node)}: ${nodeState(node)}`)}</title>`,
    `<rect class="box ${node.known}${isVerified(node) ? ' verified' : ''}" x="${round(left)}" y="${round(top)}" width="${box.width}" height="${box.height}" rx="5"/>`,
    `<text class="name" x="${round(left + 8)}" y="${round(top + 17)}">${xmlText(shortened(node.name, 36))}</text>`,
    ...words.map((text, index) => `<text x="${round(left + 8)}" y="${round(top + 33 + index * 14)}">${xmlText(text)}</text>`),
    '</g>',
  ].join('');
}

const isVerified = ({ weights: { files, verified } }: LineageNode): boolean => files > 0 && verified === files;
const round = (value: number): string => String(Math.round(value * 10) / 10);

function shortened(text: string, most: number): string {
  const characters = [...readableText(text, 400)];
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : characters.join('');
}

/** At most two lines. */
function wrapped(text: string, most: number): string[] {
  if (text.length <= most) return [text];
  const at = text.lastIndexOf(' ', most);
  return [text.slice(0, at), shortened(text.slice(at + 1), most)];
}
