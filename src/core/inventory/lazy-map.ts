export interface LazyMap<Key, Value> {
  put(key: Key, compute: () => Value): void;
  readonly map: ReadonlyMap<Key, Value>;
}

/** A map whose values are worked out when they are asked for; only the last one asked for is kept. It trades time for memory. */
export function lazyMap<Key, Value>(): LazyMap<Key, Value> {
  const entries = new Map<Key, () => Value>();
  let last: { readonly key: Key; readonly value: Value } | undefined;
  const valueAt = (key: Key): Value | undefined => {
    if (last?.key === key) return last.value;
    const compute = entries.get(key);
    if (compute === undefined) return undefined;
    last = { key, value: compute() };
    return last.value;
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
    if (last?.key === key) last = undefined;
    entries.set(key, compute);
  };
  return { put, map };
}
