import { type CommonsContext } from './commons-context.js';

/** Computes a result once for each key. It is kept for as long as what is shared is, so it is computed of that alone. */
export function remember<Result>(context: CommonsContext, key: string, compute: (commons: CommonsContext) => Result): Result {
  const known = context.memory.get(key);
  if (known !== undefined) return known as Result;
  const result = compute(context.commons);
  context.memory.set(key, result);
  return result;
}
