import { type JsonObject } from '../api/shapes.js';

export interface FlatField {
  /** JSON pointer. */
  readonly pointer: string;
  readonly value: unknown;
}

/** A record's value as one line a field; objects are entered, lists are not. */
export function flatten(value: JsonObject, above = ''): readonly FlatField[] {
  return Object.entries(value).flatMap(([name, each]): readonly FlatField[] => {
    const pointer = `${above}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    return isObject(each) && Object.keys(each).length > 0 ? flatten(each, pointer) : [{ pointer, value: each }];
  });
}

/** The value whose fields these are. */
export function unflatten(fields: readonly FlatField[]): JsonObject {
  const root: Record<string, unknown> = {};
  for (const { pointer, value } of fields) {
    const names = pointer.slice(1).split('/').map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));
    const last = names.pop();
    const holder = names.reduce<Record<string, unknown>>((at, name) => (at[name] ??= {}) as Record<string, unknown>, root);
    if (last !== undefined) holder[last] = value;
  }
  return root;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
