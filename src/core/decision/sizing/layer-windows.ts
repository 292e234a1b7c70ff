import { type ConfigFields } from './config-fields.js';
import { type LayerWindow } from './model-shape.js';

/** Families whose every layer keeps to `sliding_window` where one is given. */
const everyLayer = new Set(['mistral', 'ministral', 'mixtral', 'phi3', 'starcoder2']);
/** Families that alternate: every n-th layer sees everything, unless the configuration sets another pattern. */
const patterned: ReadonlyMap<string, number> = new Map([
  ['gemma2', 2],
  ['gpt_oss', 2],
  ['gemma3_text', 6],
  ['cohere2', 4],
  ['olmo3', 4],
]);

/** Groups the layers by how far they look back. Adds to `problems` what contradicts itself. */
export function layerWindows(family: string, layers: number, fields: ConfigFields, problems: string[]): readonly LayerWindow[] {
  const window = fields.count(['sliding_window', 'sliding_window_size'], 'tokens');
  const listed = fields.words('layer_types');
  if (listed !== undefined) {
    const sliding = listed.filter((layer) => layer === 'sliding_attention').length;
    if (listed.length !== layers) problems.push(`'layer_types' lists ${listed.length} layers where there are ${layers}; list one type per layer`);
    else if (sliding > 0 && window === undefined) problems.push("'layer_types' names sliding attention, but 'sliding_window' is missing; write its tokens");
    return grouped(layers, sliding, window);
  }
  if (window === undefined) return grouped(layers, 0, undefined);
  if (family.startsWith('qwen')) return fields.flag('use_sliding_window') === true ? grouped(layers, Math.max(0, layers - (fields.count(['max_window_layers'], 'layers', 0) ?? 0)), window) : grouped(layers, 0, window);
  const pattern = patterned.has(family) ? (fields.count(['sliding_window_pattern'], 'layers') ?? patterned.get(family)) : undefined;
  if (pattern !== undefined) return grouped(layers, layers - Math.floor(layers / pattern), window);
  return grouped(layers, everyLayer.has(family) ? layers : 0, window);
}

function grouped(layers: number, sliding: number, window: number | undefined): readonly LayerWindow[] {
  const groups: readonly LayerWindow[] = [
    { layers: layers - sliding, window: null },
    { layers: sliding, window: window ?? null },
  ];
  return groups.filter((group) => group.layers > 0);
}
