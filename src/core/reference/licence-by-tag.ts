import type { ReferenceFacts } from './reference-facts.js';

/** The id of the licence that a model hub's tag, an SPDX id or a licence's usual name stands for, without regard to case; undefined for tags that stand for none or several, such as `other` or `llama`. */
export function licenceByTag(reference: ReferenceFacts, tag: string): string | undefined {
  return reference.licenceIdByTag.get(tag.trim().toLowerCase());
}
