import { contradicted } from '../inventory/contradicted.js';

/** A copy of a view in which every disputed field of its record reads as contradicted; pointers that the view does not hold are created. */
export function withDisputes<View extends object>(view: View, pointers: ReadonlySet<string> | undefined): View {
  if (pointers === undefined) return view;
  let copy: View = view;
  for (const pointer of pointers) copy = replaced(copy, pointer.slice(1).split('/').map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~')));
  return copy;
}

function replaced<Value>(value: Value, keys: readonly string[]): Value {
  const [key, ...rest] = keys;
  if (key === undefined || Object.hasOwn(Object.prototype, key)) return value;
  const holder = typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  const inner = rest.length === 0 ? contradicted : replaced(Object.hasOwn(holder, key) ? holder[key] : {}, rest);
  return { ...holder, [key]: inner } as Value;
}
