import { type CompiledPack } from '../policy/compiled-pack.js';
import { type ReferenceFacts } from '../reference/reference-facts.js';

/** What an audit was judged by. */
export function rulebookDigests(packs: readonly CompiledPack[], reference: ReferenceFacts): { readonly packs: Readonly<Record<string, string>>; readonly facts: string } {
  return { packs: Object.fromEntries(packs.map(({ id, version, digest }) => [`${id}@${version}`, prefixed(digest)])), facts: prefixed(reference.digest) };
}

const prefixed = (digest: string): string => (digest.startsWith('sha256:') ? digest : `sha256:${digest}`);
