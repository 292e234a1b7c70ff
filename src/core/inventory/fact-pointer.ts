import { factNames } from './fact-names.js';
import { type NounKind } from './noun-kind.js';

const forbidden: ReadonlySet<string> = new Set(['constructor', 'prototype']);

/** The field that a fact of this name belongs to, as a JSON pointer; undefined where the name cannot be one. */
export function factPointer(kind: NounKind, name: string): string | undefined {
  const known = Object.entries(factNames[kind] ?? {}).find(([, given]) => given === name)?.[0];
  if (known !== undefined) return known;
  const keys = name.split(':');
  const sound = keys.length <= 8 && keys.every((key) => /^[a-z][a-z0-9]*(-[a-z][a-z0-9]*)*$/.test(key) && !forbidden.has(key));
  return sound ? `/${keys.join('/').replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())}` : undefined;
}
