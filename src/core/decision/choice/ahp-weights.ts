import { randomIndex, type RandomIndexTable } from './random-index.js';

export interface AhpWeights {
  readonly weights: readonly number[];
  readonly lambdaMax: number;
  /** `null` where the table has no index for this size. */
  readonly consistencyRatio: number | null;
  readonly table: RandomIndexTable;
}

/**
 * Weights as the principal eigenvector of a reciprocal judgement matrix (Saaty), by power iteration. It serves to elicit weights only;
 * judgements above the agreed consistency ratio are refused.
 */
export function ahpWeights(matrix: readonly (readonly number[])[], table: RandomIndexTable): AhpWeights {
  const size = matrix.length;
  let weights = matrix.map(() => 1 / size);
  let lambdaMax = size;
  for (let step = 0; step < 2000; step += 1) {
    const image = matrix.map((row) => row.reduce((sum, entry, index) => sum + entry * (weights[index] ?? 0), 0));
    const total = image.reduce((sum, entry) => sum + entry, 0);
    const next = image.map((entry) => entry / total);
    const moved = next.reduce((most, entry, index) => Math.max(most, Math.abs(entry - (weights[index] ?? 0))), 0);
    weights = next;
    lambdaMax = total;
    if (moved < 1e-15) break;
  }
  const index = randomIndex(table, size);
  const inconsistency = size < 3 ? 0 : Math.max(0, (lambdaMax - size) / (size - 1));
  return { weights, lambdaMax, table, consistencyRatio: size < 3 ? 0 : index === null ? null : inconsistency / index };
}
