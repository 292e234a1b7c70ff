import { type LineageGraph } from '../../core/inventory/lineage-graph.js';
import { toDot } from './to-dot.js';
import { toLineageSvg } from './to-lineage-svg.js';
import { toLineageText } from './to-lineage-text.js';

/** Every format a lineage can be drawn in. */
export const lineageFormats: Readonly<Record<string, (graph: LineageGraph) => string>> = { text: toLineageText, dot: toDot, svg: toLineageSvg };
