import { type LayerWindow, type ModelShape } from './model-shape.js';

/**
 * Bytes of the key-value cache of one sequence: `2 * layers * heads * dimension * bytes` for each token that a layer looks back on
 * (Kwon et al. 2023, PagedAttention, arXiv:2309.06180, section 3).
 */
export function keyValueBytes({ keyValueHeads, headDimension, windows }: Pick<ModelShape, 'keyValueHeads' | 'headDimension' | 'windows'>, contextTokens: number, bitsPerNumber: number): number {
  return ((2 * keyValueHeads * headDimension * bitsPerNumber) / 8) * tokensAcrossLayers(windows, contextTokens);
}

function tokensAcrossLayers(windows: readonly LayerWindow[], contextTokens: number): number {
  return windows.reduce((sum, { layers, window }) => sum + layers * Math.min(contextTokens, window ?? contextTokens), 0);
}
