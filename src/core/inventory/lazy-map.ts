export interface LazyMap<Key, Value> {
  put(key: Key, compute: () => Value): void;
  readonly map: ReadonlyMap<Key, Value>;
}

/** A map whose values are worked out whenever they are asked for and never kept: it trades time for memory. */
export function lazyMap<Key, Value>(): LazyMap<Key, Value> {
  const entries = new Map<Key, () => Value>();
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
    get: (key) => entries.get(key)?.(),
    has: (key) => entries.has(key),
    keys: () => entries.keys(),
    values: () => values(),
    entries: () => pairs(),
    [Symbol.iterator]: () => pairs(),
    forEach: (visit) => {
      for (const [key, compute] of entries) visit(compute(), key, map);
    },
  };
  return { put: (key, compute) => void entries.set(key, compute), map };
}
