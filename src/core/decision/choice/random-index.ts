import { z } from 'zod';

export const randomIndexTable = z.enum(['saaty', 'tummala-ling-1998', 'donegan-dodd-1991']);
export type RandomIndexTable = z.infer<typeof randomIndexTable>;

const tables: Readonly<Record<RandomIndexTable, readonly number[]>> = {
  saaty: [0, 0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49],
  'tummala-ling-1998': [0, 0, 0.5799, 0.8921, 1.1159, 1.2358, 1.3322, 1.3952, 1.4537, 1.4882],
  'donegan-dodd-1991': [0, 0, 0.4914, 0.8286, 1.0591, 1.1797, 1.2519, 1.3171, 1.3733, 1.4055],
};

/**
 * Mean consistency index of random judgement matrices of a size, after Saaty 1980, Tummala and Ling 1998, or Donegan and Dodd 1991.
 * The published tables differ, so a consistency ratio names its table; `null` beyond ten criteria.
 */
export function randomIndex(table: RandomIndexTable, size: number): number | null {
  return tables[table][size - 1] ?? null;
}
