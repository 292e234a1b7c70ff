import { type NounKind, nounKinds } from './noun-kind.js';
import { recordKey } from './record-key.js';

/** The kind and id that a key such as `deployment/claims` names; undefined where it is no key. */
export function kindOfKey(key: string): { readonly kind: NounKind; readonly id: string } | undefined {
  for (const kind of nounKinds) {
    const prefix = recordKey(kind, '');
    if (key.startsWith(prefix) && key.length > prefix.length) return { kind, id: key.slice(prefix.length) };
  }
  return undefined;
}
