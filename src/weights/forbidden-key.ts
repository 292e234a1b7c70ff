const names: ReadonlySet<string> = new Set(['__proto__', 'prototype', 'constructor']);

/** Whether a key would reach into the prototype of a JavaScript object: no honest file uses one. */
export function forbiddenKey(key: string): boolean {
  return names.has(key);
}
