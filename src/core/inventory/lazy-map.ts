export interface LazyMap<Key, Value> {
  put(key: Key, compute: () => Value): void;
  readonly map: ReadonlyMap<Key, Value>;
}

/** Values that are kept. */
const most = 256;

/** A map whose values are worked out when they are asked for; only some of them are kept. It trades time for memory. */
export function lazyMap<Key, Value>(): LazyMap<Key, Value> {
  const entries = new Map<Key, () => Value>();
  const kept = new Map<Key, Value>();
  const valueAt = (key: Key): Value | undefined => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const compute = entries.get(key);
    if (compute === undefined) return undefined;
    const value = compute();
    const [oldest] = kept.keys();
    if (kept.size >= most && oldest !== undefined) kept.delete(oldest);
    kept.set(key, value);
    return value;
  };
  function* pairs(): Generator<[Key, Value], undefined, unknown> {
    for (const [key, compute] of entries) yield [key, compute()];
  }
  function* values(): Generator<Value, undefined, unknown> {
    for (const compute of entries.values()) yield compute();
  }
  const map: ReadonlyMap<Key, Value> = {
    get size() {
      return entries.size;
    },
    get: valueAt,
    has: (key) => entries.has(key),
    keys: () => entries.keys(),
    values: () => values(),
    entries: () => pairs(),
    [Symbol.iterator]: () => pairs(),
    forEach: (visit) => {
      for (const [key, compute] of entries) visit(compute(), key, map);
    },
  };
  const put = (key: Key, compute: () => Value): void => {
    kept.delete(key);
    entries.set(key, compute);
  };
  return { put, map };
}
