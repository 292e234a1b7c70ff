export interface LazyMap<Key, Value> {
  put(key: Key, compute: () => Value): void;
  readonly map: ReadonlyMap<Key, Value>;
}

/** Values that are kept. */
const most = 256;

/** A map whose values are worked out when they are asked for; only some of them are kept. It trades time for memory. What it does not have is looked for in `beneath`, which has other keys. */
export function lazyMap<Key, Value>(beneath: ReadonlyMap<Key, Value> = new Map<Key, Value>()): LazyMap<Key, Value> {
  const entries = new Map<Key, () => Value>();
  const kept = new Map<Key, Value>();
  const valueAt = (key: Key): Value | undefined => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const compute = entries.get(key);
    if (compute === undefined) return beneath.get(key);
    const value = compute();
    const [oldest] = kept.keys();
    if (kept.size >= most && oldest !== undefined) kept.delete(oldest);
    kept.set(key, value);
    return value;
  };
  function* pairs(): Generator<[Key, Value], undefined, unknown> {
    yield* beneath;
    for (const [key, compute] of entries) yield [key, compute()];
    return undefined;
  }
  function* values(): Generator<Value, undefined, unknown> {
    for (const [, value] of pairs()) yield value;
    return undefined;
  }
  function* keys(): Generator<Key, undefined, unknown> {
    yield* beneath.keys();
    yield* entries.keys();
    return undefined;
  }
  const map: ReadonlyMap<Key, Value> = {
    get size() {
      return beneath.size + entries.size;
    },
    get: valueAt,
    has: (key) => entries.has(key) || beneath.has(key),
    keys: () => keys(),
    values: () => values(),
    entries: () => pairs(),
    [Symbol.iterator]: () => pairs(),
    forEach: (visit) => {
      for (const [key, value] of pairs()) visit(value, key, map);
    },
  };
  const put = (key: Key, compute: () => Value): void => {
    kept.delete(key);
    entries.set(key, compute);
  };
  return { put, map };
}
