import { type ModelShape } from './model-shape.js';

/** Why a model cannot be cut over so many accelerators; undefined where it can. Key-value heads may also be copied, so that each accelerator has one. */
export function tensorParallelProblem({ heads, keyValueHeads }: Pick<ModelShape, 'heads' | 'keyValueHeads'>, accelerators: number): string | undefined {
  if (heads % accelerators !== 0) return `${accelerators} accelerators do not divide ${heads} attention heads; use a number that does, or split by layer`;
  if (keyValueHeads % accelerators !== 0 && accelerators % keyValueHeads !== 0) return `${accelerators} accelerators neither divide nor repeat ${keyValueHeads} key-value heads; use a number that does, or split by layer`;
  return undefined;
}
