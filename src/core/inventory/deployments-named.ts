import { kindOfKey } from './kind-of-key.js';

/** Ids of the deployments among keys of records, in their order. */
export function deploymentsNamed(keys: readonly string[]): readonly string[] {
  return keys.flatMap((key) => {
    const named = kindOfKey(key);
    return named?.kind === 'deployment' ? [named.id] : [];
  });
}
