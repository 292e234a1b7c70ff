import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json.js';
import { type Contradiction } from './contradiction.js';
import { type FragmentSource } from './inventory-fragment.js';
import { type NounKind, nounKinds } from './noun-kind.js';

/** One line of canonical JSON for each record, contradiction and source, so that a large inventory is never one string. */
export function digestSnapshot(lists: Readonly<Record<NounKind, readonly unknown[]>>, contradictions: readonly Contradiction[], sources: readonly FragmentSource[]): string {
  const hash = createHash('sha256');
  for (const kind of nounKinds) for (const record of lists[kind]) hash.update(`${kind} ${canonicalJson(record)}\n`);
  for (const contradiction of contradictions) hash.update(`contradiction ${canonicalJson(contradiction)}\n`);
  for (const source of sources) hash.update(`source ${canonicalJson(source)}\n`);
  return `sha256:${hash.digest('hex')}`;
}
