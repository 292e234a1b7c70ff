import { type ExposureContext } from './exposure-context.js';

/** Computes a result once for each key of a context. */
export function remember<Result>(context: ExposureContext, key: string, compute: () => Result): Result {
  const known = context.memory.get(key);
  if (known !== undefined) return known as Result;
  const result = compute();
  context.memory.set(key, result);
  return result;
}
